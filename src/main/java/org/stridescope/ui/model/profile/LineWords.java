package org.stridescope.ui.model.profile;

import java.util.Locale;

import org.stridescope.explain.lines.LineRow;
import org.stridescope.trace.StackFrame;
import org.stridescope.ui.model.Figures;

/** What each column says of a line of source, the same in the window and in a file. */
public final class LineWords {
    private static final String NOTHING = "\u2013";

    private LineWords() {}

    /** The file without its folder, and the line where it is known. */
    public static String place(LineRow row) {
        String file = row.file().substring(row.file().lastIndexOf('/') + 1);
        return row.line() > 0 ? file + ":" + row.line() : file;
    }

    /** The function; beside the file, its class need not be told again. */
    public static String function(LineRow row) {
        boolean inClass = row.kind() == StackFrame.Kind.JAVA && row.line() > 0;
        return inClass ? row.function().substring(row.function().lastIndexOf('.') + 1) : row.function();
    }

    /** What kind of code, in a word. */
    public static String language(LineRow row) {
        return LinesModel.language(row);
    }

    public static String self(long nanos) {
        return nanos <= 0 ? NOTHING : Figures.duration(nanos / 1e9);
    }

    /** @param share from 0 to 1 */
    public static String share(double share) {
        return Double.isNaN(share) ? NOTHING : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** @param hits negative where they were not counted */
    public static String hits(long hits) {
        return hits < 0 ? NOTHING : Figures.count(hits);
    }

    /** @param copies negative where they were not counted */
    public static String copies(long copies) {
        return hits(copies);
    }

    public static String bytes(long bytes) {
        return bytes <= 0 ? NOTHING : Figures.bytes(bytes);
    }
}
