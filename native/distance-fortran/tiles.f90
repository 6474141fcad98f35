! The distance matrix in Fortran at the speed of the processor. What makes it fast, against plain.f90:
!
! 1. The innermost loop runs over 16 neighbouring items of the result, not over the features: 16 sums that do not wait for
!    each other, which the compiler keeps in vector registers. `!$omp simd` says that it may.
! 2. Two columns of the result are summed at once, so that each number of y that is loaded is used twice.
! 3. y is packed once into panels yp(16, k, m/16), so that this loop reads memory forwards; so the vectors load without
!    gathering. x needs no packing: one number of it serves 16 sums.
! 4. The loops are ordered so that a panel of y stays in the first cache for 14 columns of the result.
!
! This file is compiled once for each width of vector register; the build puts its name for _width.
module distance_tiles_width
  use iso_c_binding
  implicit none
  integer(c_int), parameter :: cityblock = 0, sqeuclidean = 1, euclidean = 2, chebyshev = 3
  integer, parameter :: panel = 16, columns = 14
contains
  ! y(k, m) into panels of 16 points; a last panel that is not full is filled with zeros
  subroutine pack(y, yp, m, k, threads) bind(C, name="stridescope_fortran_pack_width")
    integer(c_long_long), value :: m, k
    integer(c_int), value :: threads
    real(c_double), intent(in) :: y(k, m)
    real(c_double), intent(out) :: yp(panel, k, (m + panel - 1) / panel)
    integer(c_long_long) :: p, j

    !$omp parallel do num_threads(threads) private(p, j) schedule(static)
    do p = 1, (m + panel - 1) / panel
      do j = 1, panel
        if ((p - 1) * panel + j <= m) then
          yp(j, :, p) = y(:, (p - 1) * panel + j)
        else
          yp(j, :, p) = 0
        end if
      end do
    end do
  end subroutine

  ! Computes columns [column, column_end] of d, rows [row, row_end], counted from 1; row - 1 is a multiple of 16.
  subroutine tile(metric, x, yp, d, n, m, k, column, column_end, row, row_end, threads) &
      bind(C, name="stridescope_fortran_tile_width")
    integer(c_int), value :: metric, threads
    integer(c_long_long), value :: n, m, k, column, column_end, row, row_end
    real(c_double), intent(in) :: x(k, n), yp(panel, k, (m + panel - 1) / panel)
    real(c_double), intent(inout) :: d(m, n)
    real(c_double) :: s(panel), t(panel)
    integer(c_long_long) :: block, p, i, other, first, inside

    !$omp parallel do num_threads(threads) private(p, i, other, first, inside, s, t) schedule(dynamic)
    do block = column, column_end, columns
      do p = (row - 1) / panel + 1, (row_end + panel - 1) / panel
        first = (p - 1) * panel + 1
        inside = min(int(panel, c_long_long), row_end - first + 1)
        do i = block, min(block + columns - 1, column_end), 2
          other = min(i + 1, column_end)
          if (k == 3 .and. inside == panel) then
            call three_features(metric, x(:, i), x(:, other), yp(:, :, p), d(first, i), d(first, other))
            cycle
          end if
          select case (metric)
          case (cityblock)
            call sums_cityblock(x(:, i), x(:, other), yp(:, :, p), k, s, t)
          case (chebyshev)
            call sums_chebyshev(x(:, i), x(:, other), yp(:, :, p), k, s, t)
          case default
            call sums_squares(x(:, i), x(:, other), yp(:, :, p), k, s, t)
          end select
          if (metric == euclidean) then
            s = sqrt(s)
            t = sqrt(t)
          end if
          d(first:first + inside - 1, i) = s(1:inside)
          d(first:first + inside - 1, other) = t(1:inside)
        end do
      end do
    end do
  end subroutine

  ! Points in space: the three features unrolled, so that no loop is left but the one over the result.
  subroutine three_features(metric, a, b, y, s, t)
    integer(c_int), intent(in) :: metric
    real(c_double), intent(in) :: a(3), b(3), y(panel, 3)
    real(c_double), intent(out) :: s(panel), t(panel)

    select case (metric)
    case (cityblock)
      s = abs(a(1) - y(:, 1)) + abs(a(2) - y(:, 2)) + abs(a(3) - y(:, 3))
      t = abs(b(1) - y(:, 1)) + abs(b(2) - y(:, 2)) + abs(b(3) - y(:, 3))
    case (chebyshev)
      call sums_chebyshev(a, b, y, 3_c_long_long, s, t)
    case default
      s = (a(1) - y(:, 1))**2 + (a(2) - y(:, 2))**2 + (a(3) - y(:, 3))**2
      t = (b(1) - y(:, 1))**2 + (b(2) - y(:, 2))**2 + (b(3) - y(:, 3))**2
      if (metric == euclidean) then
        s = sqrt(s)
        t = sqrt(t)
      end if
    end select
  end subroutine

  pure subroutine sums_cityblock(a, b, y, k, s, t)
    integer(c_long_long), intent(in) :: k
    real(c_double), intent(in) :: a(k), b(k), y(panel, k)
    real(c_double), intent(out) :: s(panel), t(panel)
    integer(c_long_long) :: l
    integer :: j

    s = 0
    t = 0
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j) = s(j) + abs(a(l) - y(j, l))
        t(j) = t(j) + abs(b(l) - y(j, l))
      end do
    end do
  end subroutine

  pure subroutine sums_squares(a, b, y, k, s, t)
    integer(c_long_long), intent(in) :: k
    real(c_double), intent(in) :: a(k), b(k), y(panel, k)
    real(c_double), intent(out) :: s(panel), t(panel)
    integer(c_long_long) :: l
    integer :: j

    s = 0
    t = 0
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j) = s(j) + (a(l) - y(j, l))**2
        t(j) = t(j) + (b(l) - y(j, l))**2
      end do
    end do
  end subroutine

  pure subroutine sums_chebyshev(a, b, y, k, s, t)
    integer(c_long_long), intent(in) :: k
    real(c_double), intent(in) :: a(k), b(k), y(panel, k)
    real(c_double), intent(out) :: s(panel), t(panel)
    integer(c_long_long) :: l
    integer :: j

    s = 0
    t = 0
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j) = merge(abs(a(l) - y(j, l)), s(j), abs(a(l) - y(j, l)) > s(j))
        t(j) = merge(abs(b(l) - y(j, l)), t(j), abs(b(l) - y(j, l)) > t(j))
      end do
    end do
  end subroutine
end module
