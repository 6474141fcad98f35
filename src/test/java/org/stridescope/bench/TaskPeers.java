package org.stridescope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.TaskGraph;
import org.stridescope.lab.graph.GraphOperation;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.Scheduler;
import org.stridescope.schedule.ThreadsExecutor;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.schedule.process.ProcessesExecutor;

/** Empty independent tasks a second on two workers, ours and dask's, round by round in turn. Argument: a Python with dask. */
public final class TaskPeers {
    private static final int ROUNDS = 7;
    private static final Operation NOTHING = Operation.of("nothing", arguments -> null);

    private TaskPeers() {}

    public static void main(String[] args) throws IOException {
        Process dask = new ProcessBuilder(args[0], "src/test/java/org/stridescope/bench/dask_tasks.py")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        try (BufferedReader answers = dask.inputReader();
                Writer questions = dask.outputWriter();
                Executor threads = ThreadsExecutor.of(2);
                ProcessesExecutor processes = ProcessesExecutor
                        .of(ProcessLaunch.java("org.stridescope.app.TaskWorkerMain"), 2)) {
            System.out.println(answers.readLine());
            processes.startAll();
            TaskGraph local = graph(100_000, NOTHING);
            TaskGraph portable = graph(20_000, GraphOperation.SUM, List.of());
            for (int round = -2; round < ROUNDS; round++) {
                note(rates, round, "ours, threads", 100_000 / ours(local, threads));
                note(rates, round, "dask, threads", 5000 / ask(answers, questions, "threads 5000"));
                note(rates, round, "ours, processes", 20_000 / ours(portable, processes));
                note(rates, round, "dask distributed", 1000 / ask(answers, questions, "distributed 1000"));
            }
        } finally {
            dask.destroy();
        }
        rates.forEach((name, all) -> {
            double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", name, sorted[sorted.length / 2],
                    sorted[0], sorted[sorted.length - 1]);
        });
    }

    private static void note(Map<String, List<Double>> rates, int round, String name, double rate) {
        if (round >= 0)
            rates.computeIfAbsent(name, _ -> new ArrayList<>()).add(rate);
    }

    private static double ours(TaskGraph graph, Executor executor) {
        long start = System.nanoTime();
        Scheduler.run(graph, graph.outputs(), executor, RunOptions.DEFAULT);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double ask(BufferedReader answers, Writer questions, String what) throws IOException {
        questions.write(what + "\n");
        questions.flush();
        return Double.parseDouble(answers.readLine());
    }

    private static TaskGraph graph(int tasks, Operation operation, Object... arguments) {
        var builder = TaskGraph.builder();
        for (int i = 0; i < tasks; i++)
            builder.add(Key.of("nothing", i), operation, Arrays.copyOf(arguments, arguments.length));
        return builder.build();
    }
}
