package org.stridescope.ui.model.arrays;

import java.util.List;

/** Scripts to start from, in the order of the course. */
public final class ArrayPresets {
    private ArrayPresets() {}

    /** A script under a name that says what it is about, and the variable to look at first. */
    public record Preset(String name, String show, String script) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static final List<Preset> ALL = List.of(
            new Preset("A view of a view, and a copy", "y", """
                    x = np.arange(16, dtype='i1')
                    x = x.reshape(4, 4)
                    y = x.T[::-1, 1:3]
                    z = y.ravel()
                    """),
            new Preset("Strides quiz", "x", """
                    x = np.arange(16, dtype=np.int8).reshape(4, 4)
                    a = x.reshape(2, 8)
                    b = x.reshape(1, 16)
                    c = x.astype(np.int16)
                    """),
            new Preset("ravel or flatten", "r", """
                    x = np.arange(5)
                    r = x.ravel()
                    f = x.flatten()
                    r[0] = 100
                    """),
            new Preset("The cost of a copy", "t", """
                    x = np.ones((5000, 5000))
                    t = x.T
                    a = x.ravel()
                    b = x.flatten()
                    c = x.T.ravel()
                    """),
            new Preset("New axes", "column", """
                    x = np.arange(5)
                    column = x[:, np.newaxis]
                    row = x[np.newaxis, :]
                    table = column + row
                    """),
            new Preset("All pairs of points", "d", """
                    x = np.arange(30.0).reshape(10, 3)
                    d = x[:, None, :] - x[None, :, :]
                    d2 = (d * d).sum(axis=-1)
                    """),
            new Preset("A sliding window", "w", """
                    x = np.arange(10)
                    w = np.lib.stride_tricks.sliding_window_view(x, 3)
                    m = w.mean(axis=1)
                    """),
            new Preset("C and Fortran order", "f", """
                    c = np.arange(12).reshape(3, 4)
                    f = np.asfortranarray(c)
                    cube = np.arange(24).reshape(2, 3, 4)
                    """));
}
