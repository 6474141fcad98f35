package org.stridescope.probe.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.trace.Activity;

/**
 * macOS: {@code ps -o rss=} tells the resident set in KiB, {@code ps -M} a line a thread (ps(1) of macOS): its state, its
 * priority, its system and its user time to a hundredth of a second. Threads have no number there, so they cannot be told which
 * is which.
 */
final class SystemToolMac implements SystemTool {
    private static final String TIME = "((?:\\d+-)?(?:\\d+:)*\\d+[.,]\\d+)";
    /** From the load on: what stands before it is only in a process's first line. */
    private static final Pattern THREAD = Pattern
            .compile("^\\S*\\s+(\\d+)\\s.*?\\d+[.,]\\d+\\s+([A-Z])\\S*\\s+\\d+\\S*\\s+" + TIME + "\\s+" + TIME
                    + "(?:\\s.*)?$");

    @Override
    public List<String> command(long process) {
        return List.of("/bin/sh", "-c", "export LC_ALL=C; while kill -0 " + process + " 2>/dev/null; do ps -o rss= -p "
                + process + "; ps -M -p " + process + "; echo " + END + "; sleep 1; done");
    }

    @Override
    public Optional<ToolReading> read(List<String> lines) {
        List<ToolReading.Row> threads = new ArrayList<>();
        long resident = -1;
        for (String line : lines) {
            Matcher thread = THREAD.matcher(line);
            if (thread.matches())
                threads.add(new ToolReading.Row(-1, activity(thread.group(2)), nanos(thread.group(4)),
                        nanos(thread.group(3)), ""));
            else if (resident < 0 && line.strip().matches("\\d+"))
                resident = 1024 * Long.parseLong(line.strip());
        }
        return threads.isEmpty() || resident < 0 ? Optional.empty() : Optional.of(new ToolReading(resident, threads));
    }

    /** The states of ps(1): I and S sleep, U cannot be interrupted. */
    private static Activity activity(String state) {
        return switch (state) {
            case "R" -> Activity.RUNNING;
            case "U" -> Activity.DISK;
            case "Z" -> Activity.ENDED;
            default -> Activity.WAITING;
        };
    }

    /** Days-hours:minutes:seconds, as many of them as there are; minutes may be more than 59. */
    private static long nanos(String time) {
        String[] days = time.split("-", 2);
        double seconds = 0;
        for (String part : days[days.length - 1].replace(',', '.').split(":", -1))
            seconds = 60 * seconds + Double.parseDouble(part);
        return Math.round(1e9 * (seconds + (days.length > 1 ? 86_400 * Long.parseLong(days[0]) : 0)));
    }

    @Override
    public String gap() {
        return "on macOS threads that Java did not start (OpenMP workers) are seen all together, as no program there tells"
                + " which is which; page faults, the proportional set and the processor that a thread runs on are not"
                + " told without the rights of an administrator: record on Linux to see them";
    }
}
