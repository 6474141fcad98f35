package org.stridescope.schedule.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.graph.Key;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.ScheduleError.Reason;
import org.stridescope.schedule.ValueText;

/**
 * Values as bytes on a pipe: a letter for the kind, then the value. Arrays go as {@link SharedArray}; a key stands for the
 * task before in a fused chain.
 */
final class Wire {
    private static final int MOST = 1 << 28;

    private Wire() {}

    static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case null -> out.writeByte('n');
            case Boolean truth -> {
                out.writeByte('b');
                out.writeBoolean(truth);
            }
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte('d');
                out.writeDouble(number);
            }
            case String text -> {
                out.writeByte('s');
                text(text, out);
            }
            case Key key -> {
                out.writeByte('k');
                text(key.toString(), out);
            }
            case SharedArray array -> {
                out.writeByte('a');
                array(array, out);
            }
            case Parcel parcel -> {
                out.writeByte('p');
                parcel(parcel, out);
            }
            case List<?> list -> {
                out.writeByte('[');
                out.writeInt(list.size());
                for (Object item : list)
                    write(item, out);
            }
            default -> throw notPortable(value);
        }
    }

    /** Whether {@link #write} knows it as it is; lists and arrays apart. All else has to be packed. */
    static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean _,Integer _,Long _,Double _,String _,Key _,SharedArray _,Parcel _ -> true;
            default -> false;
        };
    }

    private static ScheduleError notPortable(Object value) {
        return new ScheduleError(Reason.NOT_PORTABLE, "a " + value.getClass().getSimpleName() + " ("
                + ValueText.of(value) + ") cannot be sent to another process: run the graph with threads");
    }

    static @Nullable Object read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 'n' -> null;
            case 'b' -> in.readBoolean();
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 's' -> text(in);
            case 'k' -> Key.of(text(in));
            case 'a' -> array(in);
            case 'p' -> parcel(in);
            case '[' -> {
                int size = count(in);
                List<@Nullable Object> list = new ArrayList<>(size);
                for (int i = 0; i < size; i++)
                    list.add(read(in));
                yield list;
            }
            default -> throw new IOException("a value of the unknown kind " + kind);
        };
    }

    static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(count(in)), StandardCharsets.UTF_8);
    }

    private static void array(SharedArray array, DataOutputStream out) throws IOException {
        text(array.file(), out);
        out.writeByte(array.dtype().ordinal());
        Layout layout = array.layout();
        out.writeByte(layout.ndim());
        for (int axis = 0; axis < layout.ndim(); axis++) {
            out.writeLong(layout.shape(axis));
            out.writeLong(layout.stride(axis));
        }
        out.writeLong(layout.offset());
        out.writeLong(array.bytes());
    }

    private static SharedArray array(DataInputStream in) throws IOException {
        String file = text(in);
        DType dtype = DType.values()[in.readByte()];
        int ndim = in.readByte();
        long[] shape = new long[ndim];
        long[] strides = new long[ndim];
        for (int axis = 0; axis < ndim; axis++) {
            shape[axis] = in.readLong();
            strides[axis] = in.readLong();
        }
        return new SharedArray(file, dtype, Layout.of(shape, strides, in.readLong()), in.readLong());
    }

    static void parcel(Parcel parcel, DataOutputStream out) throws IOException {
        out.writeInt(parcel.content().length);
        out.write(parcel.content());
        out.writeInt(parcel.arrays().size());
        for (SharedArray array : parcel.arrays())
            array(array, out);
    }

    static Parcel parcel(DataInputStream in) throws IOException {
        byte[] content = in.readNBytes(count(in));
        int arrays = count(in);
        List<SharedArray> all = new ArrayList<>(arrays);
        for (int i = 0; i < arrays; i++)
            all.add(array(in));
        return new Parcel(content, all);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST)
            throw new IOException("a length of " + count);
        return count;
    }
}
