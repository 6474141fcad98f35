package org.stridescope.kernel.remarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.kernel.KernelError;

/**
 * The instructions that HotSpot's optimising compiler makes of the {@link JavaLoop}s. A small virtual machine runs them and
 * prints its machine code: as instructions where hsdis is beside it, else as bytes, which objdump reads as well.
 */
public final class JavaAssembly {
    private static final List<String> PRINT = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=print," + JavaLoop.class.getName() + "*::run");
    private static final Pattern PART = Pattern.compile("(?m)^=+ (C1|C2)-compiled nmethod =+$");
    private static final Pattern BYTES = Pattern.compile("^ +0x([0-9a-f]+): ((?:[0-9a-f]{2,8}[ |]*)+)$");
    private static final Pattern INSTRUCTION = Pattern.compile("^ *0x([0-9a-f]+):\\s+([a-z].*?)\\s*(?:;.*)?$");
    private static final Pattern JUMP = Pattern.compile("^(j\\w+\\s+)0x0*([0-9a-f]+).*$");

    private JavaAssembly() {}

    /** The hot loop of each, or why it is not to be had; takes a second or two. */
    public static Map<JavaLoop, Assembly> read() {
        if (!System.getProperty("os.arch").equals("amd64"))
            return all(Assembly.missing("loops are found in x86-64 code only, not in " + System.getProperty("os.arch"),
                    ""));
        if (!Disassembler.hsdis().isAvailable() && !Disassembler.objdump().isAvailable())
            return all(Assembly.missing("neither hsdis nor objdump was found, one of which reads machine code",
                    Disassembler.MEND));
        try {
            return parse(JavaLoopTimes.printed(PRINT));
        } catch (KernelError e) {
            return all(Assembly.missing(String.valueOf(e.getMessage()), ""));
        }
    }

    private static Map<JavaLoop, Assembly> all(Assembly one) {
        Map<JavaLoop, Assembly> found = new EnumMap<>(JavaLoop.class);
        for (JavaLoop loop : JavaLoop.values())
            found.put(loop, one);
        return found;
    }

    /** What a virtual machine printed of its compiled methods. */
    static Map<JavaLoop, Assembly> parse(String printed) {
        Map<JavaLoop, Assembly> found = all(
                Assembly.missing("HotSpot\u2019s optimising compiler printed no code of this loop", ""));
        Matcher part = PART.matcher(printed);
        List<Integer> starts = new ArrayList<>();
        while (part.find())
            starts.add(part.start());
        starts.add(printed.length());
        for (int i = 0; i + 1 < starts.size(); i++) {
            String method = printed.substring(starts.get(i), starts.get(i + 1));
            for (JavaLoop loop : JavaLoop.values()) {
                if (method.contains("C2-compiled") && method.contains(loop.getClass().getName() + "::run "))
                    found.put(loop, hottest(loop, method));
            }
        }
        return found;
    }

    private static Assembly hottest(JavaLoop loop, String method) {
        List<String> instructions = method.contains("[MachCode]") ? disassembled(method) : readable(method);
        if (instructions.isEmpty())
            return Assembly.missing("objdump could not read HotSpot\u2019s machine code", Disassembler.MEND);
        List<String> named = new ArrayList<>(List.of("0000 <" + loop.name() + ">:"));
        instructions.forEach(line -> named.add(withoutPrefixes(line)));
        return HotLoop.find(named, Pattern.compile("^" + loop.name() + "$"));
    }

    /** Instructions as hsdis writes them: addresses with 0x, comments behind. */
    private static List<String> readable(String method) {
        return method.lines().filter(line -> INSTRUCTION.matcher(line).matches()).toList();
    }

    /** Jumps and addresses as {@code objdump} writes them of a library, which {@link HotLoop} reads. */
    private static String withoutPrefixes(String line) {
        Matcher instruction = INSTRUCTION.matcher(line);
        String plain = instruction.matches() ? instruction.group(1) + ":\t" + instruction.group(2) : line;
        int colon = plain.indexOf(":\t");
        if (colon < 0)
            return plain;
        return plain.substring(0, colon + 2) + JUMP.matcher(plain.substring(colon + 2)).replaceFirst("$1$2");
    }

    /** Machine code in bytes, by objdump. */
    private static List<String> disassembled(String method) {
        Path file = null;
        try {
            file = Files.createTempFile("stridescope-loop", ".bin");
            Files.write(file, bytes(method.substring(method.indexOf("[MachCode]"))));
            Process process = new ProcessBuilder(Disassembler.on("objdump"), "-D", "-b", "binary", "-m", "i386:x86-64",
                    "--no-show-raw-insn", file.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.contains(":\t")).toList();
        } catch (IOException e) {
            return List.of();
        } finally {
            delete(file);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null)
                Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /** The bytes of a method from its first instruction on; comments stand between lines of them. */
    private static byte[] bytes(String code) {
        List<Map.Entry<Long, byte[]>> lines = new ArrayList<>();
        code.lines().map(BYTES::matcher).filter(Matcher::matches)
                .forEach(line -> lines.add(Map.entry(Long.parseUnsignedLong(line.group(1), 16),
                        HexFormat.of().parseHex(line.group(2).replaceAll("[ |]", "")))));
        if (lines.isEmpty())
            return new byte[0];
        long first = lines.getFirst().getKey();
        int end = lines.stream().mapToInt(line -> (int) (line.getKey() - first) + line.getValue().length).max()
                .orElse(0);
        byte[] bytes = new byte[end];
        lines.stream().filter(line -> line.getKey() >= first)
                .forEach(line -> System.arraycopy(line.getValue(), 0, bytes, (int) (line.getKey() - first),
                        line.getValue().length));
        return bytes;
    }
}
