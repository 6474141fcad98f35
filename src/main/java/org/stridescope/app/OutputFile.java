package org.stridescope.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears complete or not at all. */
final class OutputFile {
    private OutputFile() {}

    /** Writes the text. */
    @FunctionalInterface
    interface Content {
        void to(Writer out) throws IOException;
    }

    /** @throws CallError where no file of this name could be written */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file))
            throw new CallError("-o: " + file + " is a folder: name a file in it");
        if (folder == null || !Files.isDirectory(folder))
            throw new CallError("-o: the folder " + folder + " does not exist: make it first");
        if (!Files.isWritable(folder))
            throw new CallError("-o: the folder " + folder + " cannot be written to: name another");
    }

    /** Writes bytes. */
    @FunctionalInterface
    interface Bytes {
        void to(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) {
        writeBytes(file, bytes -> {
            Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            content.to(out);
            out.flush();
        });
    }

    static void writeBytes(Path file, Bytes content) {
        Path part = file.resolveSibling(file.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.to(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkError(file + " cannot be written: " + e.getMessage(), e);
        } finally {
            part.toFile().delete();
        }
    }
}
