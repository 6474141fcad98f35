package org.stridescope.io;

import java.nio.file.Path;

/** Why a file could not be read or written: one sentence that names the file, what is wrong, and what would be right. */
public final class IoError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IoError(String message) {
        super(message);
    }

    public IoError(String message, Throwable cause) {
        super(message, cause);
    }

    /** As a sentence about this file. */
    public static IoError in(Path file, java.io.IOException cause) {
        if (cause instanceof java.nio.file.NoSuchFileException missing) {
            return missing.getFile().equals(file.toString())
                    ? new IoError(file + ": no such file; check the path", cause)
                    : new IoError(file + ": the folder " + Path.of(missing.getFile()).toAbsolutePath().getParent()
                            + " does not exist; make it first", cause);
        }
        if (cause instanceof java.nio.file.AccessDeniedException) {
            return new IoError(file + ": permission denied; choose a file you may open", cause);
        }
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IoError(file + ": " + detail, cause);
    }
}
