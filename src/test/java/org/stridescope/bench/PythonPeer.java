package org.stridescope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Python of its own that times one run at a time on request, so that its runs can be interleaved with ours. */
final class PythonPeer implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final String versions;

    /** Starts this Python with the script of this folder, which first says its versions. */
    PythonPeer(String python, Path script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(python, script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // a machine's settings for OpenBLAS would bend NumPy's figures
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        versions = read();
    }

    String versions() {
        return versions;
    }

    /** Seconds of one run of what this line asks for. */
    double seconds(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            return Double.parseDouble(read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() throws IOException {
        String line = answers.readLine();
        if (line == null)
            throw new IOException("Python ended: are python3-numpy and python3-scipy installed?");
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
