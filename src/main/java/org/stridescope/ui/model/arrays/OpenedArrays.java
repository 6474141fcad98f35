package org.stridescope.ui.model.arrays;

import java.nio.file.Path;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.io.ArrayFiles;
import org.stridescope.io.IoError;

/** Arrays from files, as variables of the bench. */
public final class OpenedArrays {
    private OpenedArrays() {}

    /** All arrays of the file; the first of several is shown. Large ones are mapped, not read. */
    public static void read(Path file, ArrayBenchModel model) {
        try {
            if (!ArrayFiles.isArchive(file)) {
                model.open(name(stem(file)), ArrayFiles.read(file, ArrayMemory.collected()));
                return;
            }
            for (String entry : ArrayFiles.names(file).reversed()) {
                model.open(name(entry), ArrayFiles.read(file + ":" + entry, ArrayMemory.collected()));
            }
        } catch (IoError | ArrayError e) {
            model.say(String.valueOf(e.getMessage()));
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A name a script could use: points-2 becomes points_2. */
    static String name(String text) {
        String name = text.replaceAll("\\W", "_");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
