import CPCRE

/// A regular expression in Perl's syntax, as a reader types it.
///
/// Whoever types one may type anything, so that nothing is taken on trust: neither its length, nor how
/// much memory it takes, nor how long it goes through a text.
package struct Pattern: ~Copyable {
  /// Bytes that a pattern may have.
  package static let longest = 1000
  /// Kibibytes that going through a text may take.
  private static let memory: UInt32 = 20_000

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer

  /// Compiles a pattern; `isCaseless` where capitals and small letters are the same.
  package init(_ text: String, isCaseless: Bool) throws(PatternProblem) {
    // Each step of it is counted, by the callouts between its items.
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_AUTO_CALLOUT
    options |= PCRE2_NEVER_BACKSLASH_C
    if isCaseless { options |= PCRE2_CASELESS }
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.longest else { throw .tooLong }
    var code: Int32 = 0
    var offset = 0
    guard let compiled = pcre2_compile_8(bytes, bytes.count, options, &code, &offset, nil) else {
      throw .malformed(Self.message(code), isOpen: offset >= bytes.count)
    }
    guard let data = pcre2_match_data_create_from_pattern_8(compiled, nil) else {
      pcre2_code_free_8(compiled)
      throw .tooMuch
    }
    guard let context = pcre2_match_context_create_8(nil) else {
      pcre2_match_data_free_8(data)
      pcre2_code_free_8(compiled)
      throw .tooMuch
    }
    pcre2_set_heap_limit_8(context, Self.memory)
    self.code = compiled
    self.data = data
    self.context = context
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
    pcre2_code_free_8(code)
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }

  /// Where it stands in a text: bytes, one match behind the other, none of them empty.
  package func matches(in text: String) throws(PatternProblem) -> [Range<Int>] {
    var text = text
    var found: [Range<Int>] = []
    var budget = StepBudget()
    let end = withUnsafeMutablePointer(to: &budget) { budget in
      text.withUTF8 { bytes in
        pcre2_set_callout_8(context, StepBudget.charge, budget)
        var start = 0
        while start < bytes.count {
          let count = pcre2_match_8(
            code, bytes.baseAddress, bytes.count, start, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, data,
            context)
          guard count >= 0 else { return count }
          let ends = pcre2_get_ovector_pointer_8(data)
          guard let from = ends?[0], let to = ends?[1], from < to, to > start else {
            // `\K` may begin a match behind its own end.
            start += 1
            while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
            continue
          }
          found.append(max(from, found.last?.upperBound ?? 0)..<to)
          start = to
        }
        return PCRE2_ERROR_NOMATCH
      }
    }
    guard end == PCRE2_ERROR_NOMATCH else { throw .tooMuch }
    return found
  }
}
