package org.stridescope.ui.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TraceEvent.TileDone;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.TimeAxis;

/** A strip a variant with its tiles in the order they were done, a time axis, and the playhead, which the mouse drags. */
public final class TileStrips extends Region {
    private final Strips strips;
    private final Rectangle playhead = new Rectangle();
    private final ObservableValue<Look> look;
    private long time;

    public TileStrips(ObservableValue<Look> look, LongConsumer seek) {
        this.look = look;
        strips = new Strips(look);
        playhead.setManaged(false);
        playhead.setMouseTransparent(true);
        getChildren().addAll(strips, playhead);
        getStyleClass().add("strips");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("time of the replay");
        setOnMousePressed(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY)
                seek.accept(strips.timeAt(event.getX()));
        });
        setOnMouseDragged(event -> {
            if (event.isPrimaryButtonDown())
                seek.accept(strips.timeAt(event.getX()));
        });
    }

    /** Shows the runs of these variants; the strips do not depend on the moment's time, only the playhead does. */
    public void show(List<String> variants, @Nullable RaceMoment moment, long newTime, boolean movable) {
        strips.show(variants, moment);
        time = newTime;
        playhead.setVisible(moment != null && movable);
        place();
    }

    @Override
    protected double computePrefHeight(double width) {
        return strips.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        strips.resizeRelocate(0, 0, getWidth(), getHeight());
        place();
    }

    private void place() {
        Look now = look.getValue();
        playhead.setFill(now.palette().text());
        playhead.setWidth(2 * now.line());
        playhead.setHeight(Math.max(0, getHeight() - strips.axisHeight()) + 4);
        playhead.setX(strips.x(time) - now.line());
        playhead.setY(-2);
    }

    /** What does not move while the playhead does. */
    private static final class Strips extends DrawnPane {
        private List<String> variants = List.of();
        private @Nullable RaceMoment moment;
        private @Nullable Object drawn;
        private long span = 1;
        private List<String> drawnVariants = List.of();
        private long drawnSpan;
        /** What each variant's run was when its tiles were painted last. */
        private final Map<String, RunTrace> painted = new HashMap<>();

        Strips(ObservableValue<Look> look) {
            super(look);
            setMouseTransparent(true);
        }

        void show(List<String> newVariants, @Nullable RaceMoment newMoment) {
            boolean sameSize = variants.size() == newVariants.size();
            Object recording = newMoment == null ? null : newMoment.recording();
            if (recording == drawn && variants.equals(newVariants))
                return;
            variants = newVariants;
            moment = newMoment;
            span = newMoment == null ? 1 : Math.max(1, newMoment.span());
            drawn = recording;
            if (!sameSize)
                requestLayout();
            repaint();
        }

        double gutter() {
            int letters = variants.stream().mapToInt(String::length).max().orElse(0);
            return Math.clamp(6.6 * letters + 14, 78, 128) * look().scale();
        }

        double axisHeight() {
            return 20 * look().scale();
        }

        double row() {
            return (variants.size() <= 4 ? 22 : Math.max(14, 88.0 / variants.size())) * look().scale();
        }

        long span() {
            return span;
        }

        double x(long nanos) {
            return gutter() + (getWidth() - gutter() - 8) * Math.clamp((double) nanos / span(), 0, 1);
        }

        long timeAt(double x) {
            return Math.round(Math.clamp((x - gutter()) / Math.max(1, getWidth() - gutter() - 8), 0, 1) * span());
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.max(1, variants.size()) * row() + axisHeight();
        }

        /** Live, only the tiles that came. */
        @Override
        protected boolean paintNew(GraphicsContext g, double width, double height, Look look) {
            RaceMoment now = moment;
            if (now == null || drawnSpan != span || !drawnVariants.equals(variants)
                    || now.recording().runs().stream().anyMatch(run -> !goesOn(run)))
                return false;
            for (int i = 0; i < variants.size(); i++) {
                double y = i * row();
                now.run(variants.get(i)).ifPresent(run -> tiles(g, run, y, bar(), look.palette()));
            }
            return true;
        }

        private boolean goesOn(RunTrace run) {
            RunTrace before = painted.get(run.variant());
            if (before == null)
                return true;
            int count = before.tiles().size();
            return before.startNanos() == run.startNanos() && count <= run.tiles().size()
                    && (count == 0 || before.tiles().getLast() == run.tiles().get(count - 1));
        }

        private double bar() {
            return row() - Math.max(3, row() * 0.25);
        }

        @Override
        protected void paint(GraphicsContext g, double width, double height, Look look) {
            painted.clear();
            drawnVariants = variants;
            drawnSpan = moment == null ? 0 : span;
            double row = row();
            double bar = bar();
            for (int i = 0; i < variants.size(); i++) {
                String variant = variants.get(i);
                g.setFont(row < 16 * look.scale() ? look.small() : look.caption());
                g.setTextBaseline(VPos.CENTER);
                g.setTextAlign(TextAlignment.LEFT);
                g.setFill(look.palette().muted());
                g.fillText(variant, 0, i * row + bar / 2, gutter() - 8);
                g.setFill(look.palette().raised());
                g.fillRect(gutter(), i * row, x(span()) - gutter(), bar);
                if (moment == null)
                    continue;
                double y = i * row;
                moment.run(variant).ifPresent(run -> tiles(g, run, y, bar, look.palette()));
            }
            axis(g, variants.size() * row, look);
        }

        private void tiles(GraphicsContext g, RunTrace run, double y, double tall, Palette palette) {
            Color hue = palette.hue(run.variant());
            Color[] shades = {hue, palette.raised().interpolate(hue, 0.62)};
            RunTrace before = painted.put(run.variant(), run);
            int first = before == null ? 0 : before.tiles().size();
            double left = first == 0 ? gutter() : x(run.tiles().get(first - 1).nanos() - run.startNanos());
            for (int i = first; i < run.tiles().size(); i++) {
                TileDone tile = run.tiles().get(i);
                double right = x(tile.nanos() - run.startNanos());
                double gap = right - left > 4 ? 1 : 0;
                g.setFill(shades[i & 1]);
                g.fillRect(left, y, Math.max(0.5, right - left - gap), tall);
                left = right;
            }
        }

        private void axis(GraphicsContext g, double y, Look look) {
            if (moment == null)
                return;
            g.setFont(look.small());
            g.setFill(look.palette().muted());
            g.setTextBaseline(VPos.TOP);
            int most = (int) Math.max(2, (getWidth() - gutter()) / (92 * look.scale()));
            List<TimeAxis.Tick> ticks = TimeAxis.ticks(span(), most);
            for (TimeAxis.Tick tick : ticks) {
                double x = x(tick.nanos());
                boolean atEnd = x > getWidth() - 36 * look.scale();
                g.setTextAlign(
                        tick.nanos() == 0 ? TextAlignment.LEFT : atEnd ? TextAlignment.RIGHT : TextAlignment.CENTER);
                g.fillText(tick.label(), atEnd ? getWidth() : x, y + 2 * look.scale());
            }
        }
    }
}
