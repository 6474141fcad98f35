package org.stridescope.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/**
 * One array as .npy. Files of {@link #MAPPED_FROM} bytes or more are mapped, not read: they open at once whatever their
 * size, and writing to such an array changes the memory, never the file.
 */
final class NpyFile {
    /** 16 MiB: below that, reading is quicker than the page faults of a mapping. */
    static final long MAPPED_FROM = 16L << 20;
    private static final int PIECE = 1 << 20;

    private NpyFile() {}

    static NDArray read(Path file, ArrayMemory memory) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] prefix = bytes(channel, 0, NpyHeader.PREFIX);
            NpyHeader header = NpyHeader.parse(exactly(channel, NpyHeader.length(prefix)));
            if (channel.size() - header.dataStart() < header.dataBytes())
                throw header.cutOff(channel.size());
            long needed = header.dataStart() + header.dataBytes();
            if (header.dataBytes() >= MAPPED_FROM && !header.bigEndian())
                return over(map(file, header), header);
            NDArray array = blank(header, memory);
            long at = header.dataStart();
            for (long done = 0; done < array.nbytes();) {
                ByteBuffer piece = slice(array.buffer(), done, array.nbytes());
                int count = channel.read(piece, at + done);
                if (count < 0)
                    throw NpyHeader.cutOff(needed, at + done);
                done += count;
            }
            return inMachineOrder(array, header);
        }
    }

    /** The member of an archive, which is {@code most} bytes long at the most. */
    static NDArray read(InputStream stream, long most, ArrayMemory memory) throws IOException {
        byte[] prefix = stream.readNBytes(NpyHeader.PREFIX);
        int length = NpyHeader.length(prefix);
        byte[] head = new byte[length];
        int kept = Math.min(length, prefix.length);
        System.arraycopy(prefix, 0, head, 0, kept);
        int found = kept + stream.readNBytes(head, kept, length - kept);
        if (found < length)
            throw NpyHeader.cutOff(length, found);
        NpyHeader header = NpyHeader.parse(head);
        if (most - header.dataStart() < header.dataBytes())
            throw header.cutOff(most);
        NDArray array = blank(header, memory);
        byte[] piece = new byte[PIECE];
        System.arraycopy(prefix, kept, piece, 0, prefix.length - kept); // a head shorter than the prefix
        int count = prefix.length - kept;
        long done = 0;
        while (done < array.nbytes()) {
            if (Thread.currentThread().isInterrupted())
                throw new java.io.InterruptedIOException("reading was stopped");
            int wanted = (int) Math.min(PIECE, array.nbytes() - done);
            count += stream.readNBytes(piece, count, wanted - count);
            if (count < wanted)
                throw NpyHeader.cutOff(length + array.nbytes(), length + done + count);
            MemorySegment.copy(piece, 0, array.buffer(), ValueLayout.JAVA_BYTE, done, count);
            done += count;
            count = 0;
        }
        return inMachineOrder(array, header);
    }

    /** Writes what NumPy writes: Fortran order where the array is contiguous in that order only, else C order. */
    static void write(NDArray array, WritableByteChannel to) throws IOException {
        boolean fortran = array.isFContiguous() && !array.isCContiguous();
        to.write(ByteBuffer.wrap(NpyHeader.format(array.dtype(), fortran, array.shape())));
        if (fortran || array.isCContiguous()) {
            writeRun(array, to);
            return;
        }
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            writeRun(array.copy(memory), to);
        }
    }

    private static void writeRun(NDArray array, WritableByteChannel to) throws IOException {
        long start = array.layout().offset();
        for (long done = 0; done < array.nbytes();) {
            done += to.write(slice(array.buffer(), start + done, start + array.nbytes()));
        }
    }

    private static MemorySegment map(Path file, NpyHeader header) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.PRIVATE, header.dataStart(), header.dataBytes(), Arena.ofAuto());
        } catch (AccessDeniedException e) {
            // a copy-on-write mapping needs a channel open for writing; without that right the array is read-only
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return channel.map(FileChannel.MapMode.READ_ONLY, header.dataStart(), header.dataBytes(),
                        Arena.ofAuto());
            }
        }
    }

    private static NDArray over(MemorySegment bytes, NpyHeader header) {
        int itemsize = header.dtype().itemsize();
        Layout layout = header.fortran()
                ? Layout.fOrder(itemsize, header.shape())
                : Layout.cOrder(itemsize, header.shape());
        return NDArray.over(bytes, header.dtype(), layout);
    }

    private static NDArray blank(NpyHeader header, ArrayMemory memory) {
        return header.fortran()
                ? NDArray.zerosF(memory, header.dtype(), header.shape())
                : NDArray.zeros(memory, header.dtype(), header.shape());
    }

    private static NDArray inMachineOrder(NDArray array, NpyHeader header) {
        if (header.bigEndian())
            ByteSwap.swap(array.buffer(), array.nbytes(), header.dtype());
        return array;
    }

    private static byte[] exactly(FileChannel channel, int count) throws IOException {
        byte[] bytes = bytes(channel, 0, count);
        if (bytes.length < count)
            throw NpyHeader.cutOff(count, bytes.length);
        return bytes;
    }

    private static byte[] bytes(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(count, channel.size() - from)));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0)
            continue;
        return buffer.array();
    }

    /** At most 1 MiB: a channel copies through a direct buffer of the size it is given. */
    private static ByteBuffer slice(MemorySegment bytes, long from, long end) {
        return bytes.asSlice(from, Math.min(PIECE, end - from)).asByteBuffer();
    }
}
