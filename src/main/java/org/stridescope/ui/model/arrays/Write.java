package org.stridescope.ui.model.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.explain.layout.ByteOverlap;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.layout.Traversal;
import org.stridescope.explain.layout.Variable;
import org.stridescope.script.LineWrite;

/**
 * A write into a buffer, by a line of a script or by hand, and every variable that sees a byte of it.
 *
 * @param line of the script, from 1; 0 for a value typed into a cell
 * @param through the variable written through; null where the script named none
 * @param owner the array that owns the buffer
 * @param itemsize bytes of an item written
 * @param regions the items, as layouts over the buffer
 * @param exact false where the regions hold the items written and others
 */
public record Write(int line, @Nullable Variable through, NDArray owner, int itemsize, List<Layout> regions,
        boolean exact, List<Variable> seenBy) {
    public Write {
        regions = List.copyOf(regions);
        seenBy = List.copyOf(seenBy);
    }

    /** A value typed into one item of a variable. */
    static Write typed(Variable through, List<Variable> all, long... index) {
        Layout item = Layout.of(new long[0], new long[0], through.array().layout().offset(index));
        int itemsize = through.array().itemsize();
        return new Write(0, through, through.owner(), itemsize, List.of(item), true,
                seeing(all, through.owner(), List.of(item), itemsize));
    }

    /** All that a line wrote into the buffer of its last write, or into the one preferred where it wrote there too. */
    static @Nullable Write of(int line, List<LineWrite> writes, List<Variable> all, @Nullable NDArray preferred) {
        List<LineWrite> own = writes.stream().filter(write -> write.line() == line).toList();
        if (own.isEmpty())
            return null;
        NDArray owner = own.stream().map(Write::owner).filter(o -> o == preferred).findFirst()
                .orElse(owner(own.getLast()));
        List<LineWrite> here = own.stream().filter(write -> owner(write) == owner).toList();
        NDArray written = here.getLast().array();
        List<Layout> regions = here.stream().flatMap(write -> write.regions().stream()).distinct().toList();
        return new Write(line, all.stream().filter(v -> v.array() == written).findFirst().orElse(null), owner,
                written.itemsize(), regions, here.stream().allMatch(LineWrite::exact),
                seeing(all, owner, regions, written.itemsize()));
    }

    private static NDArray owner(LineWrite write) {
        NDArray base = write.array().base();
        return base == null ? write.array() : base;
    }

    private static List<Variable> seeing(List<Variable> all, NDArray owner, List<Layout> regions, int itemsize) {
        return all.stream().filter(v -> v.owner() == owner && regions.stream()
                .anyMatch(region -> ByteOverlap.between(region, itemsize, v.array().layout(), v.array().itemsize())
                        .bytes() > 0))
                .toList();
    }

    /** Items written. */
    public long items() {
        return regions.stream().mapToLong(Layout::size).sum();
    }

    /** First bytes of the items, up to so many of them. */
    public List<Long> addresses(int most) {
        List<Long> addresses = new ArrayList<>();
        for (Layout region : regions) {
            Traversal walk = new Traversal(region, itemsize, true);
            for (long step = 0; step < walk.size() && addresses.size() < most; step++)
                addresses.add(walk.address(step));
        }
        return addresses;
    }

    /** {@code line 4 wrote 1 item: x and r see it}. */
    public String text() {
        String what = (line == 0 ? "wrote " : "line " + line + " wrote ")
                + (exact ? Quantity.of(items(), "item") : "items here and there") + ": ";
        if (seenBy.isEmpty())
            return what + "no variable looks there any more";
        boolean one = seenBy.size() == 1;
        String it = exact && items() == 1 ? " it" : " them";
        if (one)
            return what + "only " + seenBy.getFirst().name() + " sees" + it;
        String names = seenBy.subList(0, seenBy.size() - 1).stream().map(Variable::name)
                .collect(Collectors.joining(", "));
        return what + names + " and " + seenBy.getLast().name() + " see" + it;
    }
}
