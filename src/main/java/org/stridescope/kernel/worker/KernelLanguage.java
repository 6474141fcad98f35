package org.stridescope.kernel.worker;

import java.util.List;

/** What a user may write a kernel in. */
public enum KernelLanguage {
    C("gcc", "kernel.c", List.of("-std=c17", "-lm"), "apt-get install gcc libc6-dev", """
            #include <math.h>
            #include <stdint.h>

            // x (n, k), y (m, k) and out (n, m), in C order
            void distance(const double *x, const double *y, double *out,
                          int64_t n, int64_t m, int64_t k, int32_t threads) {
              #pragma omp parallel for num_threads(threads)
              for (int64_t i = 0; i < n; i++)
                for (int64_t j = 0; j < m; j++) {
                  double sum = 0;
                  for (int64_t l = 0; l < k; l++)
                    sum += fabs(x[i * k + l] - y[j * k + l]);
                  out[i * m + j] = sum;
                }
            }
            """), FORTRAN("gfortran", "kernel.f90", List.of(), "apt-get install gfortran", """
            ! points as columns: x(k, n), y(k, m), d(m, n)
            subroutine distance(x, y, d, n, m, k, threads) bind(C, name="distance")
              use iso_c_binding
              implicit none
              integer(c_int64_t), value :: n, m, k
              integer(c_int32_t), value :: threads
              real(c_double), intent(in) :: x(k, n), y(k, m)
              real(c_double), intent(out) :: d(m, n)
              integer(c_int64_t) :: i, j

              !$omp parallel do num_threads(threads) private(j)
              do i = 1, n
                do j = 1, m
                  d(j, i) = sum(abs(x(:, i) - y(:, j)))
                end do
              end do
            end subroutine
            """);

    private final String compiler;
    private final String file;
    private final List<String> flags;
    private final String mend;
    private final String example;

    KernelLanguage(String compiler, String file, List<String> flags, String mend, String example) {
        this.compiler = compiler;
        this.file = file;
        this.flags = flags;
        this.mend = mend;
        this.example = example;
    }

    /** The compiler's program: gcc, gfortran. */
    public String compiler() {
        return compiler;
    }

    String file() {
        return file;
    }

    List<String> flags() {
        return flags;
    }

    String mend() {
        return mend;
    }

    /** A kernel to begin with: cityblock as the course writes it. */
    public String example() {
        return example;
    }
}
