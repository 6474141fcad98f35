package org.stridescope.probe.flight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

import org.stridescope.trace.StackFrame;
import org.stridescope.trace.StackFrame.Kind;

/**
 * Stack traces of flight recordings as frames. Hidden frames (of lambda forms) are left out. Where the innermost frame is a
 * bare address, as async-profiler gives it, the frame below is told its place by that address.
 */
final class FlightFrames {
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|dylib|dll)(\\.[0-9.]+)?");

    private final Addresses addresses;
    private final Map<String, String> files = new HashMap<>();

    FlightFrames(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Innermost first. */
    List<StackFrame> of(@Nullable RecordedStackTrace trace) {
        List<StackFrame> frames = new ArrayList<>();
        if (trace == null)
            return frames;
        StackFrame place = null;
        List<RecordedFrame> recorded = trace.getFrames();
        boolean nativeCode = recorded.size() < 2 || isNative(recorded.get(1));
        for (int i = 0; i < recorded.size(); i++) {
            String function = function(recorded.get(i));
            if (i == 0 && function.startsWith("0x")) {
                // the address in compiled Java says nothing that its frame does not
                place = nativeCode ? addresses.at(Long.parseUnsignedLong(function.substring(2), 16)) : null;
                continue;
            }
            StackFrame frame = frame(recorded.get(i), function);
            if (frame == null)
                continue;
            boolean told = place != null && frames.isEmpty() && frame.kind() == Kind.NATIVE;
            frames.add(told && place != null
                    ? new StackFrame(Kind.NATIVE, place.owner(), function, place.file(), place.line())
                    : frame);
        }
        if (frames.isEmpty() && place != null)
            frames.add(new StackFrame(Kind.NATIVE, place.owner(), place.owner(), place.file(), place.line()));
        return frames;
    }

    private static String function(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method == null || method.getName() == null ? "" : method.getName();
    }

    private static String owner(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method == null || method.getType() == null ? "" : method.getType().getName();
    }

    /** Not a native method of a Java class: a function of a library, whose file name async-profiler gives for a class. */
    private static boolean isNative(RecordedFrame frame) {
        String owner = owner(frame);
        return owner.isEmpty() || LIBRARY.matcher(owner).matches();
    }

    private @Nullable StackFrame frame(RecordedFrame frame, String function) {
        String owner = owner(frame);
        if ("Kernel".equals(frame.getType()))
            return new StackFrame(Kind.KERNEL, "", function, "", 0);
        if (isNative(frame))
            return function.isEmpty() ? null : new StackFrame(Kind.NATIVE, owner, function, "", 0);
        RecordedMethod method = frame.getMethod();
        if (method != null && method.isHidden() || isHidden(owner))
            return null;
        return new StackFrame(Kind.JAVA, owner, function, files.computeIfAbsent(owner, FlightFrames::file),
                Math.max(0, frame.getLineNumber()));
    }

    private static boolean isHidden(String type) {
        return type.contains("LambdaForm") || type.contains("$$Lambda") || type.contains("+0x") || type.contains("/0x");
    }

    /** The source of a class: that of the outermost one around it. */
    private static String file(String type) {
        int inner = type.indexOf('$', type.lastIndexOf('.') + 2);
        return (inner < 0 ? type : type.substring(0, inner)).replace('.', '/') + ".java";
    }
}
