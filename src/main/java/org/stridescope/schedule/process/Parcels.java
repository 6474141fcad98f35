package org.stridescope.schedule.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.ScheduleError.Reason;
import org.stridescope.schedule.ValueText;

/** Packs values into {@link Parcel}s and opens them. */
final class Parcels {
    /** A parcel comes from our own program, over a pipe of its own; nothing else needs to be made of it. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config
            .createFilter("org.stridescope.**;java.lang.**;java.util.**;java.math.**;!*");

    private static final long SMALL = 1024;

    private final ParcelCodec codec;

    Parcels(ParcelCodec codec) {
        this.codec = codec;
    }

    /** A small array on its way: a file of its own would cost more than it. */
    private record Small(DType dtype, long[] shape, byte[] items) implements Serializable {
        static Small of(NDArray array) {
            NDArray plain = array.copy(ArrayMemory.collected());
            return new Small(array.dtype(), array.shape(),
                    plain.buffer().asSlice(0, array.nbytes()).toArray(ValueLayout.JAVA_BYTE));
        }

        NDArray array() {
            NDArray array = NDArray.zeros(ArrayMemory.collected(), dtype, shape);
            MemorySegment.copy(items, 0, array.buffer(), ValueLayout.JAVA_BYTE, 0, items.length);
            return array;
        }
    }

    /** An array's place in the parcel. */
    private record Place(int number) implements Serializable {}

    /** @param share puts an array where other processes can reach it */
    Parcel pack(Object value, Function<NDArray, SharedArray> share) {
        var bytes = new ByteArrayOutputStream();
        List<SharedArray> arrays = new ArrayList<>();
        try (Packing out = new Packing(bytes, arrays, share)) {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw notPortable(value, "it holds a " + simple(String.valueOf(e.getMessage())) + ", which");
        } catch (IOException e) {
            throw notPortable(value, "it");
        } catch (StackOverflowError e) {
            throw new ScheduleError(Reason.NOT_PORTABLE,
                    "a value is nested too deeply to be sent to another process: run the graph with threads");
        }
        return new Parcel(bytes.toByteArray(), List.copyOf(arrays));
    }

    private static String simple(String className) {
        String last = className.substring(className.lastIndexOf('.') + 1);
        int lambda = last.indexOf("$$Lambda");
        return last.substring(last.lastIndexOf('$', lambda < 0 ? last.length() : lambda - 1) + 1);
    }

    private static ScheduleError notPortable(Object value, String what) {
        return new ScheduleError(Reason.NOT_PORTABLE,
                ValueText.of(value) + " cannot be sent to another process: " + what
                        + " lives in this one only; run the graph with threads");
    }

    /** @param open finds an array where {@code share} put it */
    Object open(Parcel parcel, Function<SharedArray, NDArray> open) {
        try (Unpacking in = new Unpacking(new ByteArrayInputStream(parcel.content()), parcel.arrays(), open)) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new ScheduleError(Reason.WORKERS, null, "a value from another process cannot be read: " + e, e);
        }
    }

    private final class Packing extends ObjectOutputStream {
        private final List<SharedArray> arrays;
        private final Function<NDArray, SharedArray> share;

        Packing(OutputStream out, List<SharedArray> arrays, Function<NDArray, SharedArray> share) throws IOException {
            super(out);
            this.arrays = arrays;
            this.share = share;
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object value) {
            if (!(value instanceof NDArray array))
                return codec.replace(value);
            if (array.nbytes() <= SMALL)
                return Small.of(array);
            arrays.add(share.apply(array));
            return new Place(arrays.size() - 1);
        }
    }

    private final class Unpacking extends ObjectInputStream {
        private final List<SharedArray> arrays;
        private final Function<SharedArray, NDArray> open;

        Unpacking(InputStream in, List<SharedArray> arrays, Function<SharedArray, NDArray> open) throws IOException {
            super(in);
            this.arrays = arrays;
            this.open = open;
            setObjectInputFilter(OURS);
            enableResolveObject(true);
        }

        @Override
        protected Object resolveObject(Object value) {
            return switch (value) {
                case Place place -> open.apply(arrays.get(place.number()));
                case Small small -> small.array();
                default -> codec.resolve(value);
            };
        }
    }
}
