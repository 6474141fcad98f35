package org.stridescope.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.stridescope.schedule.Executor;
import org.stridescope.schedule.ThreadsExecutor;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.Singleton;

/** What {@code dask.config.set} changes, and what delayed calls and random arrays of one library number off. */
final class DaskSettings {
    private static final List<String> SCHEDULERS = List.of("distributed", "multiprocessing", "processes",
            "single-threaded", "sync", "synchronous", "threading", "threads");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private @Nullable Long seed;

    int nextNumber() {
        return Math.toIntExact(numbers.incrementAndGet());
    }

    /** For the next random array: what follows from the seed that was set, or anything. */
    synchronized long nextSeed() {
        if (seed == null)
            return ThreadLocalRandom.current().nextLong() >>> 1;
        long given = seed;
        seed = given * 6364136223846793005L + 1442695040888963407L >>> 1;
        return given;
    }

    synchronized void seed(long given) {
        seed = given;
    }

    @Nullable
    Object value(String name) {
        return values.get(name);
    }

    /** {@code dask.config.set(scheduler='threads')}: for good, or for the body of a {@code with}. */
    Object set(Map<String, Object> given) {
        Map<String, Object> before = new LinkedHashMap<>(values);
        given.forEach((name, value) -> values.put(name.replace("__", "."), value));
        return new Custom() {
            @Override
            public String typeName() {
                return "dask.config.set";
            }

            @Override
            public @Nullable Object attribute(String name) {
                return name.equals("__exit__") ? Attributes.bound("__exit__()", call -> {
                    values.clear();
                    values.putAll(before);
                    return Singleton.NONE;
                }) : null;
            }

            @Override
            public java.util.Collection<Object> holds() {
                return List.of();
            }
        };
    }

    /** Who runs the tasks of this call: {@code scheduler=} and {@code num_workers=}, or what is set, or all processors. */
    Executor executor(Call call) {
        Object scheduler = call.has("scheduler") ? call.get("scheduler") : values.getOrDefault("scheduler", "threads");
        Object workers = call.has("num_workers") ? call.get("num_workers") : values.get("num_workers");
        int count = workers == null || workers == Singleton.NONE
                ? Runtime.getRuntime().availableProcessors()
                : Math.toIntExact(Numbers.index(workers));
        if (count < 1)
            throw ScriptError.value("num_workers must be at least 1, not " + count);
        if (scheduler instanceof Builtin builtin && builtin.name().equals("get"))
            scheduler = "threads";
        return switch (scheduler instanceof String word ? word.toLowerCase(java.util.Locale.ROOT) : "") {
            case "threads", "threading" -> ThreadsExecutor.of(count);
            case "sync", "synchronous", "single-threaded" -> ThreadsExecutor.synchronous();
            case "processes", "multiprocessing" -> DaskProcesses.executor(count, call.interpreter().library);
            case "distributed" -> throw new ScriptError("RuntimeError",
                    "no cluster is connected: use scheduler='threads' or 'processes'");
            default -> throw ScriptError.value("Expected one of " + SCHEDULERS.toString());
        };
    }
}
