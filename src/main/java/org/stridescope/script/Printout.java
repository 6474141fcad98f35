package org.stridescope.script;

/** What a script and the tasks that it starts have printed, in the order in which they did. */
final class Printout {
    private final StringBuilder text = new StringBuilder();

    synchronized void add(String more, long limit) {
        if (text.length() + more.length() > limit)
            throw new ScriptError("MemoryError", "the script printed more than " + limit + " characters");
        text.append(more);
    }

    synchronized String text() {
        return text.toString();
    }
}
