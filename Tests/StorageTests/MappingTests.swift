import Basics
import Libc
import Notes
import TestSupport
import Testing

@testable import Storage

/// A file is shortened while it is mapped: the program goes on, and knows it.
@Suite struct MappingTests {
  private let bytes = (0..<5 * Int(sysconf(Int32(_SC_PAGESIZE)))).map { UInt8($0 % 251 + 1) }
  private var page: Int { bytes.count / 5 }

  private func mapped(
    _ check: (String, MappedBytes) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/a"
      try Files.write(bytes, to: path)
      try check(path, try Mapping.map(Path(path)))
    }
  }

  private func read(_ mapped: MappedBytes, at place: Int) -> UInt8 {
    mapped.withBytes { $0[place] }
  }

  @Test func whatIsThereIsWhole() throws {
    try mapped { path, mapped in
      #expect(mapped.isWhole && mapped.withBytes { $0.elementsEqual(bytes) })
      // More at its end changes nothing of what is mapped; nor does another file of its name.
      try Files.write(bytes + [1], to: "\(path)2")
      #expect(rename("\(path)2", path) == 0)
      #expect(mapped.isWhole)
    }
  }

  @Test func pagesThatAreGoneAreZeros() throws {
    try mapped { path, mapped in
      #expect(truncate(path, off_t(page)) == 0)
      #expect(!mapped.isWhole)
      #expect(read(mapped, at: page - 1) == bytes[page - 1])
      #expect(read(mapped, at: 2 * page) == 0 && read(mapped, at: bytes.count - 1) == 0)
      // What stands before the first that was missed is the file's still.
      #expect(read(mapped, at: page + 1) == 0 && read(mapped, at: 0) == bytes[0])
      #expect(!mapped.isWhole)
    }
  }

  /// Inside a page nothing is missed by the processor: its rest is zeros.
  @Test func aPageMayBeCutInside() throws {
    try mapped { path, mapped in
      #expect(truncate(path, off_t(bytes.count - 10)) == 0)
      #expect(read(mapped, at: bytes.count - 1) == 0 && !mapped.isWhole)
    }
  }

  /// Zeros were read between, and what was made of them stays wrong.
  @Test func whatGrewAgainIsNotWhole() throws {
    try mapped { path, mapped in
      #expect(truncate(path, 0) == 0)
      #expect(read(mapped, at: 0) == 0)
      try Files.write(bytes, to: path)
      #expect(!mapped.isWhole)
    }
  }

  @Test func othersAreNotTouched() throws {
    try mapped { path, one in
      try mapped { _, other in
        #expect(truncate(path, 0) == 0)
        #expect(read(one, at: 0) == 0 && !one.isWhole)
        #expect(other.isWhole && other.withBytes { $0.elementsEqual(bytes) })
      }
    }
  }

  @Test func placesAreGivenBack() throws {
    try TemporaryFolder.with { folder in
      let path = "\(folder)/a"
      try Files.write([1], to: path)
      for _ in 0..<3_000 { #expect(try Mapping.map(Path(path)).isWhole) }
    }
  }
}
