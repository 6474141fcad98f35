package org.stridescope.script;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/** What scripts need to find files that they name: {@code h5py.File}, {@code glob.glob} and {@code os.path}. Read only. */
final class FileModules {
    private FileModules() {}

    static List<Module> all() {
        Module path = new Names().function("join(*parts)", FileModules::join)
                .function("exists(path)", call -> Files.exists(Path.of(call.text("path", ""))))
                .function("basename(path)", call -> String.valueOf(Path.of(call.text("path", "")).getFileName()))
                .module("os.path");
        Module glob = new Names().function("glob(pathname)", FileModules::glob).module("glob");
        Module h5py = new Names().function("File(name, mode=)", Hdf5Values::open).module("h5py");
        return List.of(new Names().value("path", path).module("os"), path, glob, h5py);
    }

    private static Object join(Call call) {
        Path joined = null;
        for (Object part : ((PyTuple) call.get("parts")).items()) {
            if (!(part instanceof String text))
                throw ScriptError.type("join() argument must be str, not '" + Types.name(part) + "'");
            joined = joined == null ? Path.of(text) : joined.resolve(text);
        }
        return String.valueOf(joined);
    }

    /** Names in one folder by {@code *}, {@code ?} and {@code [...]}; in any order, as in Python: sort them. */
    private static Object glob(Call call) {
        Path pattern = Path.of(call.text("pathname", ""));
        Path folder = pattern.getParent();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.getFileName());
        List<Object> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder == null ? Path.of("") : folder)) {
            entries.filter(entry -> matcher.matches(entry.getFileName()) && !entry.getFileName().toString()
                    .startsWith(".")).sorted().forEach(entry -> found.add(entry.toString()));
        } catch (IOException e) {
            // no such folder: nothing matches
            found.clear();
        }
        return new PyList(found);
    }
}
