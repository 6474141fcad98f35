package org.stridescope.schedule.process;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;

/**
 * Arrays among a graph's own arguments, put into shared files: each once, however many tasks need it. Counts what is copied.
 */
final class Arguments {
    private final SharedFiles files;
    private final Parcels parcels;
    private final Map<NDArray, SharedArray> shared = new IdentityHashMap<>();
    private final AtomicLong moved = new AtomicLong();

    Arguments(SharedFiles files, Parcels parcels) {
        this.files = files;
        this.parcels = parcels;
    }

    /** The arguments with arrays as files. */
    List<@Nullable Object> share(List<?> arguments) {
        List<@Nullable Object> all = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            all.add(switch (argument) {
                case NDArray array -> share(array);
                case List<?> list -> share(list);
                case null -> null;
                default -> Wire.isPlain(argument) ? argument : pack(argument);
            });
        }
        return all;
    }

    /** A value of any other kind, with the arrays in it as files. */
    Parcel pack(Object value) {
        Parcel parcel = parcels.pack(value, this::share);
        moved.addAndGet(parcel.content().length);
        return parcel;
    }

    private synchronized SharedArray share(NDArray array) {
        SharedArray known = shared.get(array);
        if (known == null) {
            known = files.put(array);
            moved.addAndGet(known.bytes());
            shared.put(array, known);
        }
        return known;
    }

    /** Bytes copied since the last call. */
    long takeMovedBytes() {
        return moved.getAndSet(0);
    }

    /** Bytes that a worker copied for this result. */
    static long bytes(@Nullable Object result) {
        return switch (result) {
            case SharedArray array -> array.bytes();
            case Parcel parcel -> parcel.bytes();
            case List<?> list -> list.stream().mapToLong(Arguments::bytes).sum();
            case null, default -> 0;
        };
    }

    /** Deletes the files of the graph before. */
    synchronized void forget() {
        shared.values().forEach(files::delete);
        shared.clear();
        moved.set(0);
    }
}
