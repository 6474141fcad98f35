package org.stridescope.schedule;

import java.util.Arrays;

/** The tasks that could run, the most urgent on top: a binary heap of ranks. */
final class ReadyHeap {
    private final int[] ofRank;
    private final int[] rankOf;
    private int[] heap = new int[64];
    private int size;

    /** @param rankOf for each task how urgent it is, from 0 */
    ReadyHeap(int[] rankOf) {
        this.rankOf = rankOf;
        this.ofRank = new int[rankOf.length];
        for (int task = 0; task < rankOf.length; task++)
            ofRank[rankOf[task]] = task;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int task) {
        if (size == heap.length)
            heap = Arrays.copyOf(heap, 2 * size);
        int rank = rankOf[task];
        int at = size++;
        while (at > 0 && heap[(at - 1) >>> 1] > rank) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = rank;
    }

    /** The most urgent, which stays. */
    int peek() {
        return ofRank[heap[0]];
    }

    int poll() {
        int top = heap[0];
        int rank = heap[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child])
                child++;
            if (heap[child] >= rank)
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = rank;
        return ofRank[top];
    }
}
