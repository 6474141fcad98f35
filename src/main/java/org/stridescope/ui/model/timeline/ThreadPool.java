package org.stridescope.ui.model.timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Threads whose names differ in their last number belong together: OpenMP worker 1, OpenMP worker 2. */
public final class ThreadPool {
    private static final Pattern LAST_NUMBER = Pattern.compile("[-#\\s]*\\d+(?=\\D*$)");
    private static final String OWN = "stridescope-";

    private ThreadPool() {}

    /** What a thread's name has in common with those of its pool; the whole name where it has no number. */
    public static String of(String threadName) {
        Matcher number = LAST_NUMBER.matcher(threadName);
        String pool = number.find()
                ? threadName.substring(0, number.start()) + threadName.substring(number.end())
                : threadName;
        String tidy = shortName(pool).strip();
        return tidy.isEmpty() ? threadName : tidy;
    }

    /** A thread's name without what says nothing to a reader. */
    public static String shortName(String threadName) {
        String name = threadName.replace("(" + OWN + "race)", "").replace("(" + OWN + "rac)", "").strip();
        if (name.startsWith("JavaFX Application"))
            return "window";
        if (name.startsWith("QuantumRenderer"))
            return "drawing";
        return name.startsWith(OWN) ? name.substring(OWN.length()) : name;
    }
}
