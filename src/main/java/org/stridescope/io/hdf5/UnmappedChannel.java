package org.stridescope.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file that refuses to be mapped, so that the reader of the format reads it instead. Mapped pages would count as resident
 * memory until the collector happens to let them go, which is gigabytes later where arrays lie outside the heap.
 */
final class UnmappedChannel extends FileChannel {
    private final FileChannel file;

    UnmappedChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("this file is read, not mapped");
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return file.read(to);
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) throws IOException {
        return file.read(to, offset, length);
    }

    /** As many bytes as fit: the reader of the format asks once and takes what it gets for all. */
    @Override
    public int read(ByteBuffer to, long position) throws IOException {
        int total = 0;
        while (to.hasRemaining()) {
            int count = file.read(to, position + total);
            if (count < 0)
                return total == 0 ? -1 : total;
            total += count;
        }
        return total;
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw readOnly();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw readOnly();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw readOnly();
    }

    @Override
    public FileChannel truncate(long size) {
        throw readOnly();
    }

    @Override
    public void force(boolean metadata) {}

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return file.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long position, long count) {
        throw readOnly();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw readOnly();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("this file is only read");
    }
}
