package org.stridescope.ui.control.chunks;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.weather.MapColours;
import org.stridescope.lab.weather.WeatherMap;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/** A field on the globe from blue to red, with its title and its scale. */
public final class MapPane extends DrawnPane {
    private static final double TITLE = 24;
    private static final double SCALE = 12;
    private static final double LABELS = 24;

    private @Nullable WeatherMap map;
    private @Nullable WritableImage image;

    public MapPane(ObservableValue<Look> look) {
        super(look);
        setMinSize(160, 120);
    }

    public void show(@Nullable WeatherMap newMap) {
        map = newMap;
        image = null;
        if (newMap != null) {
            WritableImage made = new WritableImage(newMap.width(), newMap.height());
            made.getPixelWriter().setPixels(0, 0, newMap.width(), newMap.height(), PixelFormat.getIntArgbInstance(),
                    newMap.pixels(), 0, newMap.width());
            image = made;
        }
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        WeatherMap of = map;
        WritableImage drawn = image;
        if (of == null || drawn == null)
            return;
        double scale = now.scale();
        double frame = (TITLE + SCALE + LABELS + 8) * scale;
        double wide = Math.min(width, (height - frame) * of.width() / of.height());
        double high = wide * of.height() / of.width();
        g.setFill(now.palette().text());
        g.setFont(now.strong());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(of.title(), 0, TITLE * scale / 2);
        g.drawImage(drawn, 0, TITLE * scale, wide, high);
        double top = TITLE * scale + high + 8 * scale;
        for (int x = 0; x < wide; x++) {
            int argb = MapColours.argb(x / Math.max(1, wide - 1));
            g.setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
            g.fillRect(x, top, 1, SCALE * scale);
        }
        g.setFont(now.mono(11));
        g.setFill(now.palette().muted());
        double[] ticks = of.ticks();
        for (int i = 0; i < ticks.length; i++) {
            g.setTextAlign(
                    i == 0 ? TextAlignment.LEFT : i == ticks.length - 1 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(of.label(ticks[i]), i * wide / (ticks.length - 1), top + (SCALE + LABELS / 2) * scale);
        }
    }
}
