package org.stridescope.lab.lanes;

import java.util.Arrays;

import org.stridescope.array.ArrayError;
import org.stridescope.array.NDArray;
import org.stridescope.script.ScriptLimits;
import org.stridescope.script.Session;

/**
 * The operation as a loop over the items in a script, as one would type it in Python: names, items and types are looked up for
 * every item again. Run by this program's own interpreter; on fewer items than the others, and its time scaled.
 */
final class InterpretedLoop {
    /** Items the loop runs over at most: some tenths of a second. */
    static final int MOST_ITEMS = 20_000;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 2;

    private InterpretedLoop() {}

    /** Times the loop, and checks its first items against those in {@code expected}. */
    static LaneTimes.Way time(LaneOperation operation, int items, NDArray expected) {
        int looped = Math.min(items, MOST_ITEMS);
        long[] nanos = new long[ROUNDS];
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            run(session, "import time\na = 1 + np.arange(%d) %% 1000 * 1.0\nb = 1 + np.arange(%d) %% 1000 * 0.5"
                    .formatted(looped, looped));
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                run(session, script(operation, looped));
                if (round >= 0 && session.variables().get("took") instanceof Double seconds)
                    nanos[round] = Math.round(seconds * 1e9 * items / looped);
            }
            check(session, expected, looped);
        }
        Arrays.sort(nanos);
        String how = "names, items and types looked up anew for every item"
                + (looped < items ? "; timed on " + looped + " items, scaled" : "");
        return new LaneTimes.Way("interpreted loop", how, 1, nanos[ROUNDS / 2], nanos[0], nanos[ROUNDS - 1]);
    }

    private static String script(LaneOperation operation, int items) {
        String item = operation.text().replaceAll("\\b([ab])\\b", "$1[i]");
        return "out = np.zeros(%d)\nstart = time.perf_counter()\nfor i in range(%d):\n    out[i] = %s\n".formatted(
                items,
                items, item) + "took = time.perf_counter() - start";
    }

    private static void run(Session session, String script) {
        Session.Outcome outcome = session.run(script);
        if (outcome.error() != null)
            throw new ArrayError("the interpreted loop failed: " + outcome.error().message());
    }

    private static void check(Session session, NDArray expected, int items) {
        if (!(session.variables().get("out") instanceof NDArray out))
            throw new ArrayError("the interpreted loop made no array");
        for (int i = 0; i < items; i++) {
            if (out.getDouble(i) != expected.getDouble(i))
                throw new ArrayError("the ways disagree");
        }
    }
}
