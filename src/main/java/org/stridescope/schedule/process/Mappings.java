package org.stridescope.schedule.process;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/** The shared arrays that one task sees: mapped when it asks, let go when it is done. */
final class Mappings implements AutoCloseable {
    private final SharedFiles files;
    private final Parcels parcels;
    private @Nullable Arena arena;

    Mappings(SharedFiles files, Parcels parcels) {
        this.files = files;
        this.parcels = parcels;
    }

    /** @param writes which of the arguments the task writes to */
    List<@Nullable Object> open(List<?> arguments, IntPredicate writes) {
        List<@Nullable Object> opened = open(arguments);
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof SharedArray array && writes.test(i))
                opened.set(i, files.openToWrite(array, arena()));
        }
        return opened;
    }

    List<@Nullable Object> open(List<?> arguments) {
        List<@Nullable Object> opened = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            opened.add(switch (argument) {
                case SharedArray array -> files.open(array, arena());
                case Parcel parcel -> open(parcel);
                case List<?> list -> open(list);
                case null, default -> argument;
            });
        }
        return opened;
    }

    Object open(Parcel parcel) {
        return parcels.open(parcel, array -> files.open(array, arena()));
    }

    /** Shared, so that an operation may use threads of its own. */
    @SuppressWarnings("MustBeClosedChecker") // close() below closes it
    private Arena arena() {
        Arena made = arena;
        if (made == null) {
            made = Arena.ofShared();
            arena = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (arena != null)
            arena.close();
    }
}
