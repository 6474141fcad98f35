package org.stridescope.script;

import java.io.Serializable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.schedule.process.ParcelCodec;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.TypeValue;

/**
 * Values of scripts on their way between processes: what a library has goes by its name, as every process has one; and an
 * interpreter as the time and the memory it may use.
 */
public final class ScriptParcels implements ParcelCodec {
    private final Supplier<Library> library;
    private @Nullable Library known;
    private final Map<Object, LibraryName> names = new IdentityHashMap<>();

    private ScriptParcels(Supplier<Library> library) {
        this.library = library;
    }

    static ScriptParcels of(Library library) {
        return new ScriptParcels(() -> library);
    }

    /** A worker's; its library is made when the first script comes. */
    public static ScriptParcels ofWorker() {
        return new ScriptParcels(() -> new Library(Map.of()));
    }

    /** Of a module, or of one of its values; the module without a name holds Python's own. */
    private record LibraryName(String module, @Nullable String name) implements Serializable {}

    private record Remaining(ScriptLimits limits, long nanos) implements Serializable {}

    private synchronized Library library() {
        Library made = known;
        if (made == null) {
            made = library.get();
            known = made;
            made.each((module, name, value) -> names.putIfAbsent(value, new LibraryName(module, name)));
        }
        return made;
    }

    @Override
    public Object replace(Object value) {
        return switch (value) {
            case Module module -> new LibraryName(module.name(), null);
            case Builtin _,TypeValue _ -> {
                library();
                LibraryName name = names.get(value);
                yield name == null ? value : name;
            }
            case Interpreter interpreter -> new Remaining(interpreter.limits, interpreter.nanosLeft());
            default -> value;
        };
    }

    @Override
    public Object resolve(Object value) {
        return switch (value) {
            case LibraryName name -> library().find(name.module, name.name);
            case Remaining(ScriptLimits limits, long nanos) ->
                Interpreter.elsewhere(library(), limits, ArrayMemory.collected(), nanos);
            default -> value;
        };
    }
}
