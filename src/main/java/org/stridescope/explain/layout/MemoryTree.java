package org.stridescope.explain.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stridescope.array.NDArray;

/** Variables under the buffers they look into, buffers in the order their first variable appears. */
public final class MemoryTree {
    private MemoryTree() {}

    /**
     * One buffer and all variables over it.
     *
     * @param owner the variable that owns the bytes; none where the owning array has no name any more
     * @param bytes length of the buffer
     * @param views every variable over it but the owner, in script order
     */
    public record Buffer(Optional<Variable> owner, long bytes, List<View> views) {
        public Buffer {
            views = List.copyOf(views);
        }
    }

    /** A variable with the bytes of the buffer it sees, each counted once, and those it shares with each other variable. */
    public record View(Variable variable, ByteOverlap seen, List<Shared> shared) {
        public View {
            shared = List.copyOf(shared);
        }
    }

    /** Bytes in common with another variable of the same buffer. */
    public record Shared(Variable with, ByteOverlap overlap) {}

    public static List<Buffer> of(List<Variable> variables) {
        Map<NDArray, List<Variable>> byOwner = new IdentityHashMap<>();
        List<NDArray> owners = new ArrayList<>();
        for (Variable variable : variables) {
            byOwner.computeIfAbsent(variable.owner(), owner -> {
                owners.add(owner);
                return new ArrayList<>();
            }).add(variable);
        }
        return owners.stream().map(owner -> buffer(owner, byOwner.getOrDefault(owner, List.of()))).toList();
    }

    private static Buffer buffer(NDArray owner, List<Variable> members) {
        Optional<Variable> named = members.stream().filter(v -> v.array() == owner).findFirst();
        List<View> views = new ArrayList<>();
        for (Variable member : members) {
            if (named.isPresent() && member == named.get())
                continue;
            List<Shared> shared = members.stream().filter(other -> other != member)
                    .map(other -> new Shared(other, ByteOverlap.between(member.array(), other.array()))).toList();
            views.add(new View(member, ByteOverlap.seen(member.array().layout(), member.array().itemsize()), shared));
        }
        return new Buffer(named, owner.buffer().byteSize(), views);
    }
}
