package org.stridescope.probe.tool;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Which of the system's threads are the JVM's, by its own thread dump ({@code jcmd Thread.print}): a header a thread, with its
 * name in quotation marks and, as {@code nid}, what the operating system calls it. It stops the program for as long as it takes to
 * write all stacks, so it is asked for only when a thread came that is not known.
 */
public final class JvmThreadsText {
    private static final Pattern HEADER = Pattern.compile("^\"(.*)\" .*\\bnid=(0x[0-9a-fA-F]+|\\d+)\\b.*$",
            Pattern.MULTILINE);
    private static final Pattern JAVA_ID = Pattern.compile("^#(\\d+) ");

    private JvmThreadsText() {}

    /** {@code javaId} is -1 for a thread of the JVM that is not Java's: a collector's, a compiler's. */
    public record Known(String name, long javaId) {}

    /** Names by system thread; empty where this JVM does not tell. */
    public static Map<Long, Known> ask() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            Object text = server.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "threadPrint",
                    new Object[]{new String[0]}, new String[]{String[].class.getName()});
            return read(String.valueOf(text));
        } catch (JMException e) {
            return Map.of();
        }
    }

    static Map<Long, Known> read(String dump) {
        Map<Long, Known> found = new HashMap<>();
        Matcher header = HEADER.matcher(dump);
        while (header.find()) {
            String rest = header.group().substring(header.group(1).length() + 3);
            Matcher id = JAVA_ID.matcher(rest);
            found.put(Long.decode(header.group(2)),
                    new Known(header.group(1), id.find() ? Long.parseLong(id.group(1)) : -1));
        }
        return found;
    }
}
