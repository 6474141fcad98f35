package org.stridescope.app;

/** What the program's exit says to a script. */
public final class ExitCode {
    public static final int DONE = 0;
    /** The work failed: a wrong result, a failed check. */
    public static final int FAILED = 1;
    /** The call is wrong: an unknown option, a bad file, shapes that do not fit. */
    public static final int WRONG_CALL = 2;

    private ExitCode() {}
}
