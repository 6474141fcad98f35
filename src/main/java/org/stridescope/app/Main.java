package org.stridescope.app;

import java.io.PrintWriter;

/** The program's door. Does not extend Application, so that JavaFX may lie on the class path. */
public final class Main {
    private Main() {}

    /** Runs one call and leaves with its exit code. */
    public static void main(String[] args) {
        StandardError.takeOver();
        PrintWriter out = new PrintWriter(System.out, false);
        PrintWriter err = new PrintWriter(System.err, true);
        int code = Cli.run(args, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
