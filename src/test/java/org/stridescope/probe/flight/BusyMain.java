package org.stridescope.probe.flight;

/** Computes until its standard input ends, and says so twice a second: a program to attach to. */
final class BusyMain {
    private static final long HALF_A_SECOND = 500_000_000;

    private BusyMain() {}

    public static void main(String[] args) throws java.io.IOException {
        double sum = 0;
        long next = System.nanoTime();
        while (System.in.available() == 0) {
            sum += work(20_000);
            if (System.nanoTime() < next)
                continue;
            next += HALF_A_SECOND;
            System.out.println(sum);
            System.out.flush();
        }
    }

    private static double work(int steps) {
        double sum = 0;
        for (int i = 1; i <= steps; i++)
            sum += Math.sqrt(i) / (1 + sum);
        return sum;
    }
}
