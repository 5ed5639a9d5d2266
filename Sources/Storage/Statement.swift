import CSQLite
import Notes
import Scheduling

/// One prepared SQL statement; parameters and columns count from 1 and 0, as in SQLite.
struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let database: Database

  /// The statement compiled against the database, or what is wrong with the database.
  init(_ sql: String, on database: Database) throws(StorageProblem) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(database.handle, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else {
      // Our SQL is fixed, so a table or column that it misses was lost from the file.
      throw code == SQLITE_ERROR
        ? .damaged(path: database.path.description) : database.problem(code)
    }
    self.handle = handle
    self.database = database
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Sets a whole number, or null.
  func bind(_ value: Int?, at index: Int32) {
    if let value {
      sqlite3_bind_int64(handle, index, Int64(value))
    } else {
      sqlite3_bind_null(handle, index)
    }
  }

  /// Sets a floating-point number.
  func bind(_ value: Double, at index: Int32) {
    sqlite3_bind_double(handle, index, value)
  }

  /// Sets a text, which is copied and may hold any character.
  func bind(_ value: String, at index: Int32) throws(StorageProblem) {
    var text = value
    let code = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return csqlite_bind_text(handle, index, "", 0) }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        csqlite_bind_text(handle, index, $0, UInt(bytes.count))
      }
    }
    if code != SQLITE_OK { throw database.problem(code) }
  }

  /// Sets a review's identifier as 16 bytes, or null.
  func bind(_ value: ReviewID?, at index: Int32) {
    if let value {
      withUnsafeBytes(of: value.bits.bigEndian) { bytes in
        _ = csqlite_bind_blob(handle, index, bytes.baseAddress, UInt(bytes.count))
      }
    } else {
      sqlite3_bind_null(handle, index)
    }
  }

  /// Runs up to the next row; false when there is none.
  func step() throws(StorageProblem) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw database.problem(code)
    }
  }

  /// Makes the statement ready for other parameters before its end.
  func reset() { sqlite3_reset(handle) }

  /// Runs to the end and makes the statement ready for other parameters.
  func run() throws(StorageProblem) {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Whether the column holds null.
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// The column as a whole number.
  func int(_ column: Int32) -> Int {
    Int(sqlite3_column_int64(handle, column))
  }

  /// The column as a floating-point number.
  func double(_ column: Int32) -> Double {
    sqlite3_column_double(handle, column)
  }

  /// The column as text, with damaged UTF-8 repaired.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The column as bytes.
  func bytes(_ column: Int32) -> [UInt8] {
    let start = sqlite3_column_blob(handle, column)
    return Array(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  /// The column as a review's identifier; nil unless it holds 16 bytes.
  func id(_ column: Int32) -> ReviewID? {
    guard let start = sqlite3_column_blob(handle, column),
      sqlite3_column_bytes(handle, column) == 16
    else { return nil }
    return ReviewID(bits: UInt128(bigEndian: start.loadUnaligned(as: UInt128.self)))
  }

  /// Copies every column of the current row into another statement's parameters.
  func copyRow(into other: borrowing Statement) {
    for column in 0..<sqlite3_column_count(handle) {
      sqlite3_bind_value(other.handle, column + 1, sqlite3_column_value(handle, column))
    }
  }
}
