package org.stridescope.probe.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.trace.Activity;

/**
 * Windows: PowerShell's {@code Get-Process} tells the working set in bytes, and each thread's number, state, reason of waiting,
 * user and kernel time (.NET's ProcessThread; a TimeSpan is written in its invariant format {@code [d.]hh:mm:ss[.fffffff]}).
 * Windows counts these times in ticks of 15.6 ms. Columns come by name, as {@code ConvertTo-Csv} writes them.
 */
final class SystemToolWindows implements SystemTool {
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]*)");
    private static final Pattern SPAN = Pattern.compile("(?:(\\d+)\\.)?(\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,7}))?");
    private static final long TICK_NANOS = 100;

    @Override
    public List<String> command(long process) {
        return List.of("powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive", "-Command",
                "while ($p = Get-Process -Id " + process + " -ErrorAction SilentlyContinue) {"
                        + " $p | Select-Object WorkingSet64 | ConvertTo-Csv -NoTypeInformation;"
                        + " $p.Threads | Select-Object Id,ThreadState,WaitReason,UserProcessorTime,"
                        + "PrivilegedProcessorTime | ConvertTo-Csv -NoTypeInformation; '" + END
                        + "'; Start-Sleep -Seconds 1 }");
    }

    @Override
    public Optional<ToolReading> read(List<String> lines) {
        List<ToolReading.Row> threads = new ArrayList<>();
        List<String> names = List.of();
        long resident = -1;
        for (String line : lines) {
            List<String> cells = cells(line);
            if (cells.contains("WorkingSet64") || cells.contains("Id")) {
                names = cells;
                continue;
            }
            Map<String, String> row = row(names, cells);
            if (row.getOrDefault("WorkingSet64", "").matches("\\d+"))
                resident = Long.parseLong(row.get("WorkingSet64"));
            else
                thread(row).ifPresent(threads::add);
        }
        return threads.isEmpty() || resident < 0 ? Optional.empty() : Optional.of(new ToolReading(resident, threads));
    }

    /** A thread that ended while it was read has empty cells. */
    private static Optional<ToolReading.Row> thread(Map<String, String> row) {
        Matcher user = SPAN.matcher(row.getOrDefault("UserProcessorTime", ""));
        Matcher kernel = SPAN.matcher(row.getOrDefault("PrivilegedProcessorTime", ""));
        String id = row.getOrDefault("Id", "");
        if (!user.matches() || !kernel.matches() || !id.matches("\\d+"))
            return Optional.empty();
        Activity activity = activity(row.getOrDefault("ThreadState", ""));
        return Optional.of(new ToolReading.Row(Long.parseLong(id), activity, nanos(user), nanos(kernel),
                activity == Activity.WAITING ? row.getOrDefault("WaitReason", "") : ""));
    }

    /** The names of .NET's ThreadState. */
    private static Activity activity(String state) {
        return switch (state) {
            case "Running" -> Activity.RUNNING;
            case "Ready", "Standby", "Transition" -> Activity.RUNNABLE;
            case "Terminated" -> Activity.ENDED;
            default -> Activity.WAITING;
        };
    }

    private static long nanos(Matcher span) {
        long days = span.group(1) == null ? 0 : Long.parseLong(span.group(1));
        long seconds = ((24 * days + Long.parseLong(span.group(2))) * 60 + Long.parseLong(span.group(3))) * 60
                + Long.parseLong(span.group(4));
        String fraction = span.group(5) == null ? "0" : (span.group(5) + "000000").substring(0, 7);
        return 1_000_000_000 * seconds + TICK_NANOS * Long.parseLong(fraction);
    }

    private static Map<String, String> row(List<String> names, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++)
            row.put(names.get(i), cells.get(i));
        return row;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        for (int at = 0; at <= line.length() && cell.find(at) && cell.start() == at; at = cell.end() + 1)
            cells.add(cell.group(1) != null ? cell.group(1).replace("\"\"", "\"") : cell.group(2));
        return cells;
    }

    @Override
    public String gap() {
        return "on Windows the CPU time of threads comes in steps of 15.6 ms, that of threads which Java did not start once"
                + " a second; page faults, the proportional set and the processor that a thread runs on are not told:"
                + " record on Linux to see them";
    }
}
