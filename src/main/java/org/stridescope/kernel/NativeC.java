package org.stridescope.kernel;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.NativeError;
import org.stridescope.ffi.NativeLibrary;

/** The library of {@code native/distance-c}, opened once for the kernels in C, or why it is not here. */
final class NativeC {
    private final @Nullable DistanceCBindings bindings;
    private final Availability availability;

    private NativeC(@Nullable DistanceCBindings bindings, Availability availability) {
        this.bindings = bindings;
        this.availability = availability;
    }

    static NativeC open() {
        return of(NativeLibrary.open("distance-c"));
    }

    static NativeC of(NativeLibrary library) {
        return switch (library) {
            case NativeLibrary.Absent(String name, String reason, String mend) ->
                new NativeC(null, new Availability.Missing(reason, mend));
            case NativeLibrary.Loaded loaded -> bind(loaded);
        };
    }

    private static NativeC bind(NativeLibrary.Loaded library) {
        try {
            return new NativeC(new DistanceCBindings(library), Availability.AVAILABLE);
        } catch (NativeError e) {
            return new NativeC(null, new Availability.Missing(String.valueOf(e.getMessage()), "mvn clean compile"));
        }
    }

    Availability availability() {
        return availability;
    }

    Optional<DistanceCBindings> bindings() {
        return Optional.ofNullable(bindings);
    }

    /** The bindings, where {@link #availability} has been asked before. */
    DistanceCBindings require() {
        if (bindings == null)
            throw new KernelError(availability.sentence());
        return bindings;
    }
}
