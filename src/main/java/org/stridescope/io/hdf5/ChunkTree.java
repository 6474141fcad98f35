package org.stridescope.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The B-tree (version 1, node type 1) that finds a chunk by its place, written bottom up. */
final class ChunkTree {
    /** Twice the K that a superblock without further words stands for. */
    private static final int FULL = 64;

    private ChunkTree() {}

    /**
     * A chunk, or a node and its first chunk.
     *
     * @param at   index of its first item
     * @param size bytes of the chunk in the file
     */
    record Entry(long[] at, int size, long address) {}

    /** The address of the root. */
    static long write(Hdf5Writer file, List<Entry> chunks, long... chunk) {
        List<Entry> level = new ArrayList<>(chunks);
        level.sort(Comparator.comparing(Entry::at, Arrays::compare));
        // right of everything: one chunk further than the last
        long[] end = level.isEmpty() ? new long[chunk.length] : level.getLast().at.clone();
        end[0] += chunk[0];
        int height = 0;
        do {
            level = nodes(file, level, height++, end);
        } while (level.size() > 1);
        return level.getFirst().address;
    }

    private static List<Entry> nodes(Hdf5Writer file, List<Entry> below, int height, long... end) {
        int count = Math.max(1, Math.ceilDiv(below.size(), FULL));
        int bytes = nodeBytes(end.length);
        long first = file.reserve((long) count * bytes);
        List<Entry> nodes = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            List<Entry> entries = below.subList(n * FULL, Math.min(below.size(), (n + 1) * FULL));
            ByteBuffer node = Hdf5Head.little(bytes).put("TREE".getBytes(StandardCharsets.ISO_8859_1)).put((byte) 1)
                    .put((byte) height).putShort((short) entries.size());
            node.putLong(n == 0 ? Hdf5Head.NOWHERE : first + (long) (n - 1) * bytes);
            node.putLong(n == count - 1 ? Hdf5Head.NOWHERE : first + (long) (n + 1) * bytes);
            for (Entry entry : entries) {
                key(node, entry.size, entry.at);
                node.putLong(entry.address);
            }
            boolean last = (n + 1) * FULL >= below.size();
            key(node, 0, last ? end : below.get((n + 1) * FULL).at);
            long at = first + (long) n * bytes;
            file.put(node.clear(), at);
            nodes.add(new Entry(entries.isEmpty() ? end : entries.getFirst().at,
                    entries.isEmpty() ? 0 : entries.getFirst().size, at));
        }
        return nodes;
    }

    private static int nodeBytes(int ndim) {
        int key = 8 + 8 * (ndim + 1);
        return 24 + (FULL + 1) * key + FULL * 8;
    }

    /** No filter is left out; the offset inside an item is 0. */
    private static void key(ByteBuffer node, int size, long... at) {
        node.putInt(size).putInt(0);
        for (long index : at)
            node.putLong(index);
        node.putLong(0);
    }
}
