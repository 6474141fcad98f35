package org.stridescope.ui.control.chart;

import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.fx.ChartCanvas;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;

/** A chart that fills its place and is drawn anew in every theme. */
public final class ChartPane extends Region {
    private final ObservableValue<Look> look;
    private final Function<Look, JFreeChart> maker;
    private final ChartCanvas canvas;

    /** @param maker draws what is known now, for the look of now */
    public ChartPane(ObservableValue<Look> look, Function<Look, JFreeChart> maker) {
        this.look = look;
        this.maker = maker;
        canvas = new ChartCanvas(maker.apply(look.getValue()));
        canvas.setManaged(false);
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        getChildren().add(canvas);
        setMinSize(120, 120);
        look.addListener(_ -> refresh());
    }

    /** Draws it anew from what is known now. */
    public void refresh() {
        canvas.setChart(maker.apply(look.getValue()));
    }

    /** Tells of the item under the pointer; null where there is none. */
    public void onHover(Consumer<@Nullable XYItemEntity> told) {
        canvas.setOnMouseMoved(event -> told.accept(item(event.getX(), event.getY())));
        canvas.setOnMouseExited(_ -> told.accept(null));
    }

    private @Nullable XYItemEntity item(double x, double y) {
        EntityCollection entities = canvas.getRenderingInfo().getEntityCollection();
        ChartEntity found = entities == null ? null : entities.getEntity(x, y);
        return found instanceof XYItemEntity item ? item : null;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
