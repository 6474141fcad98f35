package org.stridescope.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;

import org.stridescope.array.ArrayError;
import org.stridescope.io.IoError;

/**
 * An HDF5 file that is read. Any number of threads may read its datasets at once. What goes wrong is an {@link IoError} that
 * names the file, the dataset and what there is. The structure is read by jHDF, blocks of data by {@link Hdf5Dataset}.
 */
public final class Hdf5File implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_NAMES = 20;

    private final Path path;
    private final FileChannel channel;
    private final HdfFile file;

    private Hdf5File(Path path, FileChannel channel, HdfFile file) {
        this.path = path;
        this.channel = channel;
        this.file = file;
    }

    /** Opens the file and reads its structure, no data. */
    public static Hdf5File open(Path path) {
        if (Files.isDirectory(path))
            throw new IoError(path + ": this is a folder; name an HDF5 file in it");
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                requireSignature(path, channel);
                HdfFile file = guarded(path, "", () -> new HdfFile(new UnmappedChannel(channel)));
                long needed = guarded(path, "",
                        () -> file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress());
                if (needed > channel.size())
                    throw new IoError(path + ": the file is cut off: " + needed + " bytes are needed, "
                            + channel.size() + " are there; copy or write it again");
                return new Hdf5File(path, channel, file);
            } catch (RuntimeException | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw IoError.in(path, e);
        }
    }

    /** Whether this path is taken for HDF5: by its ending. */
    public static boolean isNamedSo(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".h5") || name.endsWith(".hdf5") || name.endsWith(".he5") || name.endsWith(".nc4");
    }

    /** The signature stands at 0, or after a user block at 512, 1024, 2048 and so on. */
    private static void requireSignature(Path path, FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(SIGNATURE.length);
        for (long at = 0; at + SIGNATURE.length <= channel.size(); at = at == 0 ? 512 : 2 * at) {
            channel.read(head.clear(), at);
            if (head.flip().equals(ByteBuffer.wrap(SIGNATURE)))
                return;
        }
        throw new IoError(path + ": this is no HDF5 file (its signature is missing); write it by h5py or Stridescope");
    }

    public Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Paths of all datasets that are arrays, {@code /t2m} for one at the top, in the file's order. */
    public List<String> names() {
        return guarded(path, "", () -> {
            List<String> names = new ArrayList<>();
            collect(file, names, 0);
            return names;
        });
    }

    private static void collect(Group group, List<String> names, int depth) {
        for (Node node : group.getChildren().values()) {
            if (node.isLink() || depth > 64)
                continue;
            if (node instanceof Group inner)
                collect(inner, names, depth + 1);
            else if (node instanceof Dataset dataset)
                names.add(dataset.getPath());
        }
    }

    /** The dataset of this path, with or without its leading slash. */
    public Hdf5Dataset dataset(String name) {
        String bare = name.startsWith("/") ? name.substring(1) : name;
        Dataset found = guarded(path, "/" + bare, () -> find(bare));
        if (found == null)
            throw new IoError(path + ": there is no dataset /" + bare + "; " + there());
        return guarded(path, found.getPath(), () -> new Hdf5Dataset(this, found));
    }

    private @org.jspecify.annotations.Nullable Dataset find(String bare) {
        Node node = file;
        for (String part : bare.split("/", -1)) {
            Node next = node instanceof Group group ? group.getChildren().get(part) : null;
            if (next == null)
                return null;
            node = next instanceof io.jhdf.api.Link link && !link.isBrokenLink() ? link.getTarget() : next;
        }
        return node instanceof Dataset dataset ? dataset : null;
    }

    /** The only dataset; an error that lists them where there are several. */
    public Hdf5Dataset only() {
        List<String> names = names();
        if (names.size() == 1)
            return dataset(names.getFirst());
        String say = names.isEmpty() ? "" : ": say which, as in " + path.getFileName() + ":" + names.getFirst();
        throw new IoError(path + ": " + (names.isEmpty()
                ? "there is no dataset in it"
                : "several datasets" + say
                        + " (" + there() + ")"));
    }

    private String there() {
        List<String> names = names();
        if (names.isEmpty())
            return "there is none in this file";
        String rest = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return "there " + (names.size() == 1 ? "is " : "are ")
                + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))) + rest;
    }

    /** The reader throws whatever a damaged byte leads it to: it all means that this place can't be read. */
    static <T> T guarded(Path path, String dataset, Supplier<T> body) {
        String where = path + (dataset.isEmpty() ? "" : ", dataset " + dataset);
        try {
            return body.get();
        } catch (ArrayError e) {
            throw new IoError(where + ": " + e.getMessage(), e);
        } catch (IoError e) {
            throw e;
        } catch (HdfException e) {
            throw new IoError(where + ": damaged, or of a kind that is not supported (" + reason(e)
                    + "); write it again", e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IoError(where + ": damaged (" + reason(e) + "); copy or write it again", e);
        }
    }

    private static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest)
            deepest = deepest.getCause();
        String text = deepest.getMessage();
        return text == null || text.isBlank()
                ? deepest.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw IoError.in(path, e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
