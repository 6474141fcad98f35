package org.stridescope.ui.model.arrays;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.layout.Variable;
import org.stridescope.script.LineWrite;
import org.stridescope.script.Repr;
import org.stridescope.script.ScriptError;
import org.stridescope.script.ScriptLimits;
import org.stridescope.script.Session;

/**
 * Runs scripts in the NumPy engine, each from nothing, in a session of its own. The arrays of the last few sessions stay
 * alive, as they may still be on screen; those of older ones are freed.
 */
public final class SessionEngine implements ScriptEngine, AutoCloseable {
    private static final Pattern ASSIGNED = Pattern.compile("\\s*(\\w+)\\s*=(?!=).*");

    private final int kept;
    private final ScriptLimits limits;
    private final Function<ScriptLimits, Session> maker;
    private final Deque<Session> sessions = new ArrayDeque<>();
    private final Object running = new Object();
    /** The thread that waits for a script; guarded by {@link #running}. */
    private @Nullable Thread waiting;
    private volatile boolean stopped;

    /** {@code kept} sessions keep their arrays. */
    public SessionEngine(int kept, ScriptLimits limits) {
        this(kept, limits, Session::new);
    }

    /** As {@link #SessionEngine(int, ScriptLimits)}, with sessions from this maker. */
    public SessionEngine(int kept, ScriptLimits limits, Function<ScriptLimits, Session> maker) {
        this.kept = kept;
        this.limits = limits;
        this.maker = maker;
    }

    @Override
    public void stop() {
        synchronized (running) {
            if (waiting == null)
                return;
            stopped = true;
            waiting.interrupt();
        }
    }

    @Override
    public double seconds() {
        return limits.seconds();
    }

    @Override
    public String limits() {
        return Math.round(limits.seconds()) + " s and " + Quantity.bytes(limits.memoryBytes()) + " of arrays";
    }

    /** Runs a script so that {@link #stop} reaches it. */
    private Session.Outcome run(Session session, String source) {
        synchronized (running) {
            waiting = Thread.currentThread();
            stopped = false;
        }
        try {
            return session.run(source, true);
        } finally {
            synchronized (running) {
                waiting = null;
                // whoever stopped the script meant the script, not this thread
                if (stopped)
                    Thread.interrupted();
            }
        }
    }

    @Override
    public synchronized ScriptRun run(String source) {
        Session session = maker.apply(limits);
        List<String> own = List.copyOf(session.variables().keySet());
        Session.Outcome outcome = run(session, source);
        sessions.addLast(session);
        while (sessions.size() > kept)
            sessions.removeFirst().close();
        List<Variable> arrays = new ArrayList<>();
        List<ScriptRun.Named> others = new ArrayList<>();
        session.variables().forEach((name, value) -> {
            if (own.contains(name))
                return;
            if (value instanceof NDArray array)
                arrays.add(new Variable(name, array));
            else if (isShown(value))
                others.add(new ScriptRun.Named(name, shortened(Repr.repr(value))));
        });
        String value = outcome.value() == null || !isShown(outcome.value()) ? "" : Repr.repr(outcome.value());
        return new ScriptRun(source, arrays, others, costs(source, outcome, arrays), outcome.writes(),
                outcome.printed() + value,
                Optional.ofNullable(outcome.error()).map(this::fault));
    }

    private static boolean isShown(Object value) {
        return value instanceof Number || value instanceof CharSequence || value instanceof Boolean
                || value.getClass().getSimpleName().matches("Py(List|Tuple|Dict|Set)|Scalar|Complex");
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > 60 ? line.substring(0, 59) + "\u2026" : line;
    }

    private ScriptFault fault(ScriptError error) {
        if (stopped && error.kind().equals("TimeoutError"))
            return new ScriptFault(Math.max(1, error.line()), Math.max(1, error.column()), "KeyboardInterrupt",
                    "stopped");
        return new ScriptFault(Math.max(1, error.line()), Math.max(1, error.column()), error.kind(), error.message());
    }

    private static List<LineCost> costs(String source, Session.Outcome outcome, List<Variable> arrays) {
        Map<String, NDArray> named = new HashMap<>();
        arrays.forEach(variable -> named.put(variable.name(), variable.array()));
        String[] lines = source.split("\n", -1);
        List<LineCost> costs = new ArrayList<>();
        Set<Integer> writing = outcome.writes().stream().map(LineWrite::line).collect(Collectors.toSet());
        for (var cost : outcome.costs()) {
            String text = cost.line() <= lines.length ? lines[cost.line() - 1] : "";
            Matcher assigned = ASSIGNED.matcher(text);
            boolean array = assigned.matches() && named.containsKey(assigned.group(1));
            LineCost.Made made = writing.contains(cost.line())
                    ? LineCost.Made.WRITE
                    : cost.allocated() == 0
                            ? array ? LineCost.Made.VIEW : LineCost.Made.NOTHING
                            : cost.copies() > 0 ? LineCost.Made.COPY : LineCost.Made.NEW;
            costs.add(new LineCost(cost.line(), cost.hits(), cost.nanos(), cost.allocated(), cost.freed(),
                    Math.toIntExact(Math.min(Integer.MAX_VALUE, cost.copies())), made));
        }
        return costs;
    }

    @Override
    public Optional<ScriptFault> check(String source) {
        return Session.check(source).map(this::fault);
    }

    @Override
    public List<String> complete(String before, ScriptRun last) {
        return Completions.of(before, last);
    }

    @Override
    public synchronized void close() {
        sessions.forEach(Session::close);
        sessions.clear();
    }
}
