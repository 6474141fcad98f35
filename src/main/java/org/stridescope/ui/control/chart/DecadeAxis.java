package org.stridescope.ui.control.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis that says round figures only: powers of ten, and where few are in sight twice and five times them too. */
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final double FEW = 2.2;
    private static final double MANY = 9;

    DecadeAxis(String label) {
        super(label);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        double decades = Math.log10(high / low);
        int[] steps = decades < FEW ? new int[]{1, 2, 5} : new int[]{1};
        int stride = decades > MANY ? 2 : 1;
        boolean below = RectangleEdge.isTopOrBottom(edge);
        List<NumberTick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power += stride) {
            for (int step : steps) {
                double value = step * Math.pow(10, power);
                if (value >= low && value <= high)
                    ticks.add(new NumberTick(TickType.MAJOR, value, getNumberFormatOverride().format(value),
                            below ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0));
            }
        }
        return ticks;
    }
}
