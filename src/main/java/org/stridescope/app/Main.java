package org.stridescope.app;

/** Probe. */
public final class Main {
    private Main() {
    }

    sealed interface S permits A, B {
    }

    record A(int x) implements S {
    }

    record B(String y) implements S {
    }

    /** Starts. */
    public static void main(String[] args) {
        S s = new A(args.length);
        String t = switch (s) {
            case A(int x) when x > 3 -> "many";
            case A _ -> "few";
            case B(var y) -> y;
        };
        System.out.println("hello from " + Runtime.version() + t);
    }
}
