package org.stridescope.kernel;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.NativeError;
import org.stridescope.ffi.NativeLibrary;

/** A library of kernels, opened once for all kernels in it, or why it is not here; B is the class of its bindings. */
public final class NativeKernels<B> {
    private final @Nullable B bindings;
    private final Availability availability;

    private NativeKernels(@Nullable B bindings, Availability availability) {
        this.bindings = bindings;
        this.availability = availability;
    }

    /** Binds a library, or keeps the reason why there is none. */
    public static <B> NativeKernels<B> open(NativeLibrary library, Function<NativeLibrary.Loaded, B> bind) {
        return switch (library) {
            case NativeLibrary.Absent absent ->
                new NativeKernels<>(null, new Availability.Missing(absent.reason(), absent.mend()));
            case NativeLibrary.Loaded loaded -> {
                try {
                    yield new NativeKernels<>(bind.apply(loaded), Availability.AVAILABLE);
                } catch (NativeError e) {
                    yield new NativeKernels<>(null,
                            new Availability.Missing(String.valueOf(e.getMessage()), "mvn clean compile"));
                }
            }
        };
    }

    public Availability availability() {
        return availability;
    }

    /** Empty where the library is missing. */
    public Optional<B> bindings() {
        return Optional.ofNullable(bindings);
    }

    /** The bindings, where {@link #availability} has been asked before. */
    public B require() {
        if (bindings == null)
            throw new KernelError(availability.sentence());
        return bindings;
    }
}
