package ir.hamedan.esup.house.planted.kernel;

import jakarta.transaction.Status;

/** Planted: a kernel that knows transactions. */
final class Heavy {
    Status status;
}
