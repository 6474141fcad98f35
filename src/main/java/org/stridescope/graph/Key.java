package org.stridescope.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What a task is called: a name that it shares with tasks of its kind, and its place among them ({@code cdist-7}, or
 * {@code sum-2-0} for a block of a grid). Unique in a graph. As an argument of a task it stands for the result of the task
 * that it names.
 */
public final class Key implements Comparable<Key>, Serializable {
    private final String name;
    private final int[] index;
    private final int hash;

    private Key(String name, int[] index) {
        this.name = name;
        this.index = index;
        this.hash = 31 * name.hashCode() + Arrays.hashCode(index);
    }

    public static Key of(String name, int... index) {
        return new Key(name, index.clone());
    }

    /** What tasks of one kind share, by which large graphs are grouped. */
    public String name() {
        return name;
    }

    /** The place among those of the same name; empty where it is the only one. */
    public int[] index() {
        return index.clone();
    }

    @Override
    public int compareTo(Key other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Arrays.compare(index, other.index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && key.hash == hash && key.name.equals(name) && Arrays.equals(key.index, index);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        if (index.length == 0)
            return name;
        StringBuilder text = new StringBuilder(name);
        for (int i : index)
            text.append('-').append(i);
        return text.toString();
    }
}
