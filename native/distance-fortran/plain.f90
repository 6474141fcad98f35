! The distance matrix as the course writes it in Fortran: points as columns, three loops and one OpenMP directive.
!
! Fortran stores the first index fastest. So x has the shape (k, n): the features of a point lie side by side, just as the
! rows of a NumPy array (n, k) do, and the array is passed as it lies, transposed and not copied. The result is column-major:
! d(m, n), whose column i holds the distances of point i of x, is the row-major (n, m) that NumPy wants.
!
! The sum over l is one chain of additions, each waiting for the one before; tiles.f90 mends that.
!
! The build compiles this file twice: as it stands, and in single precision with c_float for c_double and f32 for f64.
module distance_plain_f64
  use iso_c_binding
  implicit none
  integer(c_int), parameter :: cityblock = 0, sqeuclidean = 1, euclidean = 2, chebyshev = 3
contains
  ! Computes columns [column, column_end) of d, rows [row, row_end), counted from 1 with both ends in.
  subroutine plain(metric, x, y, d, n, m, k, column, column_end, row, row_end, threads) &
      bind(C, name="stridescope_fortran_plain_f64")
    integer(c_int), value :: metric, threads
    integer(c_long_long), value :: n, m, k, column, column_end, row, row_end
    real(c_double), intent(in) :: x(k, n), y(k, m)
    real(c_double), intent(inout) :: d(m, n)
    real(c_double) :: s
    integer(c_long_long) :: i, j, l

    !$omp parallel do num_threads(threads) private(i, j, l, s) schedule(static)
    do i = column, column_end
      do j = row, row_end
        s = 0
        select case (metric)
        case (cityblock)
          do l = 1, k
            s = s + abs(x(l, i) - y(l, j))
          end do
        case (chebyshev)
          do l = 1, k
            if (abs(x(l, i) - y(l, j)) > s) s = abs(x(l, i) - y(l, j))
          end do
        case default
          do l = 1, k
            s = s + (x(l, i) - y(l, j))**2
          end do
          if (metric == euclidean) s = sqrt(s)
        end select
        d(j, i) = s
      end do
    end do
  end subroutine
end module
