package org.stridescope.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.Module;

/**
 * The modules scripts may import, and Python's built-in names. Nothing else can be reached from a script: no files but by
 * {@code np.load} of a path it names, no processes, no network.
 */
public final class Library {
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, Object> builtins = new LinkedHashMap<>();

    /** NumPy, SciPy's distances, time and math; and what the caller adds, by module name. */
    public Library(Map<String, Module> more) {
        builtins.putAll(PythonFunctions.all());
        builtins.putAll(Constructors.python());
        Module numpy = NumPyModule.make();
        add(numpy);
        numpy.names().values().forEach(value -> {
            if (value instanceof Module inner)
                add(inner);
        });
        if (numpy.names().get("lib") instanceof Module lib)
            lib.names().values().forEach(value -> {
                if (value instanceof Module inner)
                    add(inner);
            });
        for (Module module : StandardModules.all())
            add(module);
        for (Module module : DaskModule.all())
            add(module);
        more.forEach((name, module) -> modules.put(name, module));
    }

    private void add(Module module) {
        modules.put(module.name(), module);
    }

    @Nullable
    Object builtin(String name) {
        return builtins.get(name);
    }

    /** A name of the module numpy. */
    @Nullable
    Object numpy(String name) {
        return module("numpy").names().get(name);
    }

    /** Names that a script sees without an import, as the course's cells take them for granted. */
    void preload(Frame frame) {
        Module numpy = module("numpy");
        frame.set("np", numpy);
        frame.set("numpy", numpy);
        Object asStrided = module("numpy.lib.stride_tricks").names().get("as_strided");
        if (asStrided != null)
            frame.set("as_strided", asStrided);
    }

    private Module module(String path) {
        Module module = modules.get(path);
        if (module != null)
            return module;
        String root = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        if (modules.containsKey(root))
            throw new ScriptError("ModuleNotFoundError", "No module named '" + path + "'");
        throw new ScriptError("ModuleNotFoundError", "No module named '" + root + "' (scripts may import "
                + String.join(", ", roots()) + ")");
    }

    private List<String> roots() {
        return modules.keySet().stream().filter(name -> !name.contains(".")).toList();
    }

    void load(Node.Import imported, Frame frame) {
        String path = String.join(".", imported.path());
        Module module = module(path);
        if (imported.as() != null)
            frame.set(imported.as(), module);
        else
            frame.set(imported.path().getFirst(), module(imported.path().getFirst()));
    }

    void load(Node.ImportFrom imported, Frame frame) {
        String path = String.join(".", imported.path());
        if (path.equals("__future__"))
            return;
        Module module = module(path);
        if (imported.names().isEmpty())
            module.names().forEach(frame::set);
        for (String[] name : imported.names()) {
            Object value = module.names().get(name[0]);
            if (value == null)
                value = modules.get(path + "." + name[0]);
            if (value == null)
                throw new ScriptError("ImportError", "cannot import name '" + name[0] + "' from '" + path + "'");
            frame.set(name[1], value);
        }
    }

    /** What a module, or one of its names, stands for; the module "" holds Python's own names. */
    Object find(String module, @Nullable String name) {
        Object found = name == null
                ? modules.get(module)
                : (module.isEmpty() ? builtins : module(module).names()).get(name);
        if (found == null)
            throw new ScriptError("ModuleNotFoundError", "worker processes have no " + module + " " + name);
        return found;
    }

    /** A value of the library and where it stands. */
    @FunctionalInterface
    interface Named {
        void at(String module, String name, Object value);
    }

    void each(Named action) {
        builtins.forEach((name, value) -> action.at("", name, value));
        modules.forEach((path, module) -> module.names().forEach((name, value) -> action.at(path, name, value)));
    }

    /** All module names, for completion. */
    public List<String> moduleNames() {
        return new ArrayList<>(modules.keySet());
    }

    /** The names in a module, for completion; empty where there is no such module. */
    public List<String> namesIn(String module) {
        Module found = modules.get(module);
        return found == null ? List.of() : List.copyOf(found.names().keySet());
    }

    /** Python's own names, for completion. */
    public List<String> builtinNames() {
        return List.copyOf(builtins.keySet());
    }
}
