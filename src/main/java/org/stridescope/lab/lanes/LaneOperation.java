package org.stridescope.lab.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/** What is done with each pair of items of two float64 arrays. */
public enum LaneOperation {
    ADD("a + b", "add") {
        @Override
        double apply(double a, double b) {
            return a + b;
        }

        @Override
        DoubleVector apply(DoubleVector a, DoubleVector b) {
            return a.add(b);
        }
    },
    MULTIPLY("a * b", "multiply") {
        @Override
        double apply(double a, double b) {
            return a * b;
        }

        @Override
        DoubleVector apply(DoubleVector a, DoubleVector b) {
            return a.mul(b);
        }
    },
    DIVIDE("a / b", "divide") {
        @Override
        double apply(double a, double b) {
            return a / b;
        }

        @Override
        DoubleVector apply(DoubleVector a, DoubleVector b) {
            return a.div(b);
        }
    },
    MAXIMUM("np.maximum(a, b)", "maximum") {
        @Override
        double apply(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        DoubleVector apply(DoubleVector a, DoubleVector b) {
            return a.lanewise(VectorOperators.MAX, b);
        }
    };

    private final String text;
    private final String ufunc;

    LaneOperation(String text, String ufunc) {
        this.text = text;
        this.ufunc = ufunc;
    }

    /** As NumPy writes it. */
    public String text() {
        return text;
    }

    Ufunc ufunc() {
        return Ufuncs.get(ufunc);
    }

    abstract double apply(double a, double b);

    abstract DoubleVector apply(DoubleVector a, DoubleVector b);
}
