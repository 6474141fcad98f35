package org.stridescope.ui.model.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.stridescope.array.DType;
import org.stridescope.lab.ladder.CloseTwins;
import org.stridescope.lab.ladder.CloseTwins.Way;
import org.stridescope.ui.model.Figures;

/** Two close points moved away from the origin, and the digits of their distance that survive. */
public final class CancellationModel {
    /** Powers of ten that the offset goes through. */
    public static final double MOST_POWER = 8;
    private static final int STEPS_A_DECADE = 8;
    /** Significant decimal digits that tell any float64 from its neighbours. */
    private static final int PLACES = 16;

    /** Powers of ten a second, when the points move by themselves. */
    private static final double PACE = 0.8;

    private final BooleanProperty moving = new SimpleBooleanProperty();
    private final DoubleProperty power = new SimpleDoubleProperty(4);
    private final ObjectProperty<Double> apart = new SimpleObjectProperty<>(1e-4);
    private final ObjectProperty<DType> dtype = new SimpleObjectProperty<>(DType.FLOAT64);

    /** A number as text, cut where its digits stop being right. */
    public record Digits(String right, String wrong, String exponent) {}

    public CloseTwins twins() {
        return twins(power.get());
    }

    private CloseTwins twins(double exponent) {
        return new CloseTwins(Math.pow(10, exponent), apart.get(), dtype.get());
    }

    /** Lets the points move away from the origin, from the start where they are at the end; or stops them. */
    public void moveOrStop() {
        if (!moving.get() && power.get() >= MOST_POWER)
            power.set(0);
        moving.set(!moving.get());
    }

    /** Time passes. */
    public void tick(long nanos) {
        if (!moving.get())
            return;
        power.set(Math.min(MOST_POWER, power.get() + PACE * nanos / 1e9));
        if (power.get() >= MOST_POWER)
            moving.set(false);
    }

    /** Whether the points move by themselves. */
    public ReadOnlyBooleanProperty moving() {
        return moving;
    }

    /** The three ways, the plain differences first. */
    public List<Way> ways() {
        CloseTwins now = twins();
        return List.of(now.differences(), now.trick(), now.centred());
    }

    /** Digits that survive along the whole slider: {power, digits} each. */
    public List<double[]> curve(Function<CloseTwins, Way> way) {
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i <= MOST_POWER * STEPS_A_DECADE; i++) {
            double exponent = (double) i / STEPS_A_DECADE;
            places.add(new double[]{exponent, way.apply(twins(exponent)).digits()});
        }
        return places;
    }

    /** A way's value, its digits that are right apart from those that are not. */
    public Digits digits(Way way) {
        if (way.value() < 0 || way.error() >= 1)
            return cut(way.value(), 0);
        return cut(way.value(), way.value() == twins().truth().doubleValue() ? PLACES : (int) Math.floor(way.digits()));
    }

    /** The true distance: all of it is right. */
    public Digits truth() {
        return cut(twins().truth().doubleValue(), PLACES);
    }

    private static Digits cut(double value, int right) {
        if (value == 0)
            return new Digits("", "0", "");
        String text = String.format(Locale.ROOT, "%." + (PLACES - 1) + "e", value);
        int e = text.indexOf('e');
        String mantissa = text.substring(0, e).replace('-', '\u2212');
        int at = 0;
        int seen = 0;
        while (at < mantissa.length() && (seen < right || !Character.isDigit(mantissa.charAt(at)) && seen > 0)) {
            if (Character.isDigit(mantissa.charAt(at)))
                seen++;
            at++;
        }
        if (right == 0)
            at = 0;
        return new Digits(mantissa.substring(0, at), mantissa.substring(at),
                " \u00d7 10" + superscript(Integer.parseInt(text.substring(e + 1))));
    }

    private static String superscript(int exponent) {
        String raised = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
        StringBuilder text = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray())
            text.append(raised.charAt(digit - '0'));
        return text.toString();
    }

    /** Why the digits are lost, with the figures of now. */
    public String why() {
        CloseTwins now = twins();
        double truth = now.truth().doubleValue();
        String square = Figures.power(now.square());
        if (truth == 0)
            return "The points are stored as the same numbers: at this offset " + now.dtype().pythonName()
                    + " cannot hold two points so close together. No method can mend that.";
        String grain = "x\u00b7x is about " + square + ", where neighbouring " + now.dtype().pythonName() + " numbers are "
                + Figures.power(now.grain()) + " apart. ";
        if (now.trick().value() < 0)
            return grain + "The distance, " + Figures.power(truth) + ", is finer than that: what the trick leaves is rounding, "
                    + "here even negative, and its root would be NaN. abs() hides the sign, not the loss.";
        if (now.trick().digits() < 1)
            return grain + "The distance, " + Figures.power(truth) + ", is finer than that: the trick subtracts two numbers "
                    + "that agree in every digit they have, and no digit is left.";
        return grain + String.format(Locale.ROOT, "The trick subtracts numbers of that size to find %s: their first %.0f digits "
                + "agree and cancel, so %.0f of %.0f are left. The differences x \u2212 y are small before they are squared: "
                + "nothing cancels.", Figures.power(truth), Math.max(0, Math.log10(now.square() / truth)),
                Math.floor(now.trick().digits()), (double) Math.round(now.most()));
    }

    /** The slider: the offset is ten to this. */
    public DoubleProperty power() {
        return power;
    }

    public ObjectProperty<Double> apart() {
        return apart;
    }

    public ObjectProperty<DType> dtype() {
        return dtype;
    }
}
