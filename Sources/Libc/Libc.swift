// The C library under one name, whatever a system calls its own: the only file that imports one.
#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#elseif canImport(Darwin)
  @_exported import Darwin
#else
  #error("No C library is known here: name it in Sources/Libc/Libc.swift")
#endif
