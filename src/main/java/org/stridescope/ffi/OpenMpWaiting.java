package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * How OpenMP's threads wait for each other. By default GCC's runtime spins: an idle worker then looks busy in every thread
 * lane, and on a processor shared with other programs it burns the slice that the thread it waits for would need (the
 * plain C kernel took 0.17 s asleep and 1.1 s spinning beside a busy neighbour, 2000 x 2000 x 50, two threads). So threads
 * sleep while they wait, unless the user's environment says otherwise.
 */
final class OpenMpWaiting {
    private static final String VARIABLE = "OMP_WAIT_POLICY";

    private OpenMpWaiting() {}

    /** The runtime reads its environment as it is loaded, so this comes before any library that needs it. */
    static void sleep() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty())
            return; // Windows: the runtime there is told by the start script alone
        MethodHandle set = linker.downcallHandle(setenv.get(),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int keepWhatIsSet = 0;
            int failed = (int) set.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom("passive"),
                    keepWhatIsSet);
            if (failed != 0)
                throw new NativeError(VARIABLE + " could not be set");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
